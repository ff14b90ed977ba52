package firedrill;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Forbids {@code instanceof} on a case of a sealed type of this project, except in methods of the sealed type itself. */
final class SealedMatching extends ArchCondition<JavaClass> {

    SealedMatching() {
        super("match the cases of sealed types with the method of the sealed type");
    }

    @Override
    public void check(JavaClass origin, ConditionEvents events) {
        for (InstanceofCheck check : origin.getInstanceofChecks()) {
            JavaClass tested = check.getRawType();
            if (tested.getPackageName().startsWith("firedrill.") && isCaseOfAnother(tested, origin)) {
                events.add(SimpleConditionEvent.violated(
                        check,
                        check.getOwner().getFullName() + " tests " + tested.getName() + " in line "
                                + check.getLineNumber()));
            }
        }
    }

    private static boolean isCaseOfAnother(JavaClass tested, JavaClass origin) {
        var sealedTypes = Stream.concat(
                        Stream.of(tested),
                        Stream.concat(tested.getAllRawInterfaces().stream(), tested.getAllRawSuperclasses().stream()))
                .filter(type -> type.getPackageName().startsWith("firedrill."))
                .filter(type -> type.reflect().isSealed())
                .toList();
        return !sealedTypes.isEmpty() && !sealedTypes.contains(origin);
    }
}

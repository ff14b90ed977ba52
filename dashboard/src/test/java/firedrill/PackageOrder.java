package firedrill;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Allows a dependency only on a package at or before one's own place in a list; every package must have a place. */
final class PackageOrder extends ArchCondition<JavaClass> {

    private static final String ROOT = "firedrill.";

    private final List<String> packages;

    PackageOrder(String... packages) {
        super("depend only on packages at or before their own place in the list");
        this.packages = List.of(packages);
    }

    @Override
    public void check(JavaClass origin, ConditionEvents events) {
        int place = place(origin);
        if (place < 0) {
            events.add(SimpleConditionEvent.violated(origin, origin.getPackageName() + " has no place in the list"));
        }
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
            if (place(dependency.getTargetClass()) > place) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }

    private int place(JavaClass type) {
        return IntStream.range(0, packages.size())
                .filter(i -> (type.getPackageName() + ".").startsWith(ROOT + packages.get(i) + "."))
                .boxed()
                .max(Comparator.comparingInt(i -> packages.get(i).length()))
                .orElse(-1);
    }
}

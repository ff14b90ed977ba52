package firedrill.dashboard.health;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cause of a failure in words: the operating system's reason where there is one, otherwise the message of the
 * innermost exception; never a stack frame.
 */
public final class FailureCause {

    /** Messages of the operating systems, as Java passes them on. */
    private static final Pattern SYSTEM_REASON = Pattern.compile(
            "No space left on device|There is not enough space on the disk|Disk quota exceeded|Read-only file system"
                    + "|Too many open files|Input/output error|Permission denied|Cannot allocate memory"
                    + "|Address already in use");

    /** An exception in a trace, with its message in group 2, if it has one. */
    private static final Pattern EXCEPTION = Pattern.compile(
            "^(?:Caused by: |Exception in thread \"[^\"]*\" )?[\\w.$]*?([A-Z][\\w$]*(?:Exception|Error))(?:: (.*))?$");

    /** A line of a log, with its message in group 1. */
    private static final Pattern LOGGED = Pattern.compile("(?:ERROR|FATAL) +(?:\\S+: )?(.*)$");

    /** The cause of an exception, in one line. */
    public static String of(Throwable failure) {
        var text = new StringBuilder();
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(message(cause)).append('\n');
            innermost = cause;
        }
        return systemReason(text).orElse(firstLine(message(innermost)));
    }

    /** The cause in a stack trace or a log; of several, the last one. Empty if the text is. */
    public static String ofText(String text) {
        var lines =
                text.lines().map(String::strip).filter(FailureCause::isNoFrame).toList();
        return systemReason(text)
                .or(() -> last(lines, EXCEPTION).map(found -> found.group(2) == null ? found.group(1) : found.group(2)))
                .or(() -> last(lines, LOGGED).map(found -> found.group(1)))
                .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
    }

    private static Optional<String> systemReason(CharSequence text) {
        return SYSTEM_REASON
                .matcher(text)
                .results()
                .reduce((first, later) -> later)
                .map(found -> found.group());
    }

    private static Optional<Matcher> last(List<String> lines, Pattern pattern) {
        return lines.stream().map(pattern::matcher).filter(Matcher::find).reduce((first, later) -> later);
    }

    private static boolean isNoFrame(String line) {
        return !line.isEmpty() && !line.startsWith("at ") && !line.startsWith("...");
    }

    private static String message(Throwable failure) {
        if (failure instanceof FileSystemException file) {
            return fileMessage(file);
        }
        @Nullable String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private static String fileMessage(FileSystemException failure) {
        if (failure.getReason() != null) {
            return failure.getReason();
        }
        if (failure instanceof AccessDeniedException) {
            return "Permission denied: " + failure.getFile();
        }
        return failure instanceof NoSuchFileException
                ? "no such file: " + failure.getFile()
                : failure.getClass().getSimpleName() + ": " + failure.getFile();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }

    private FailureCause() {}
}

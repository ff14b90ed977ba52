package firedrill.dashboard.runtime;

import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** A folder whose path is long and holds what scripts, property files and URIs like to read as something else. */
public final class OddFolder {

    private static final String NAME = "Jörg's work (50%20) $x, #1";
    private static final String LONG = "long".repeat(50);

    private OddFolder() {}

    /** The folder's path; without its umlaut where the locale cannot name it, and short where paths are. */
    public static Path in(Path parent) {
        var encoding = Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII"));
        var name = encoding.newEncoder().canEncode(NAME) ? NAME : NAME.replace('ö', 'o');
        return File.separatorChar == '/' ? parent.resolve(name).resolve(LONG) : parent.resolve(name);
    }
}

package dev.tars.console.release;

/** The lines between two {@code ---} at the head of a Markdown file. */
final class FrontMatter {

    private FrontMatter() {}

    /** {@code release} and {@code from}; the release falls back to the version in the file's name. */
    static Release release(String markdown, String fileName) {
        String byName = fileName.substring("validation-".length(), fileName.length() - ".md".length());
        String release = value(markdown, "release");
        return new Release(withV(release.isEmpty() ? byName : release), withV(value(markdown, "from")));
    }

    private static String value(String markdown, String key) {
        String[] lines = markdown.split("\r?\n", -1);
        if (!lines[0].strip().equals("---")) {
            return "";
        }
        for (int i = 1; i < lines.length && !lines[i].strip().equals("---"); i++) {
            if (lines[i].startsWith(key + ":")) {
                return lines[i].substring(key.length() + 1).strip().replaceAll("^[\"']|[\"']$", "");
            }
        }
        return "";
    }

    private static String withV(String version) {
        return version.isEmpty() || version.startsWith("v") ? version : "v" + version;
    }
}

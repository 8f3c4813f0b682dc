package dev.tars.console.release;

/**
 * One file of the release in force.
 *
 * @param name its path inside the release: "rules/slos.yaml"
 * @param size bytes
 * @param sha256 64 hexadecimal digits
 */
public record ReleaseFile(String name, long size, String sha256) {

    /** The first eight digits, for people. */
    public String shortHash() {
        return sha256.substring(0, 8);
    }
}

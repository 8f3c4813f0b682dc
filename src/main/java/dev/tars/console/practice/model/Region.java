package dev.tars.console.practice.model;

/** The two regions of practice. */
public enum Region {
    US_EAST_1("us-east-1", -5),
    EU_WEST_1("eu-west-1", 0);

    private final String id;
    private final double hoursEastOfUtc;

    Region(String id, double hoursEastOfUtc) {
        this.id = id;
        this.hoursEastOfUtc = hoursEastOfUtc;
    }

    /** As the label {@code region} has it. */
    public String id() {
        return id;
    }

    double hoursEastOfUtc() {
        return hoursEastOfUtc;
    }

    /** The region it replicates to. */
    Region other() {
        return this == US_EAST_1 ? EU_WEST_1 : US_EAST_1;
    }
}

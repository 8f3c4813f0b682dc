package dev.tars.console;
/** Start. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}

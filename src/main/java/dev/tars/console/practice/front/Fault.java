package dev.tars.console.practice.front;

/** What the front does to answers. */
public enum Fault {
    NONE,
    /** Half a minute late. */
    SLOW,
    /** 503 with a line of text. */
    UNAVAILABLE,
    /** 200 with a web page, or with JSON that breaks off. */
    GARBAGE
}

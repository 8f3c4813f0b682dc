package dev.tars.console.release;

/** What a person may do; each role holds what the one before it may. */
public enum Role {
    /** Looks. */
    VIEWER,
    /** Asks for actions, and runs what needs nobody else. */
    OPERATOR,
    /** Signs as the second person what another has asked for. */
    APPROVER;

    public boolean mayAct() {
        return this != VIEWER;
    }

    public boolean maySign() {
        return this == APPROVER;
    }
}

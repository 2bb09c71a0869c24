package org.liuhen.server.database;

/** Who may do what in the database. Each signs in by itself, with a password that only the data folder knows. */
public enum DatabaseRole {
    /** Owns the tables and runs the migrations. */
    OWNER("liuhen_owner"),
    /** The server: inserts and selects in the journal, writes projections. */
    APP("liuhen_app"),
    /** Deletes condemned payloads, nothing else. */
    ERASER("liuhen_eraser"),
    /** Reads. */
    READER("liuhen_reader");

    private final String user;

    DatabaseRole(String user) {
        this.user = user;
    }

    /** The name in the database. */
    public String user() {
        return user;
    }
}

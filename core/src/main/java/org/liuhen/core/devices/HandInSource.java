package org.liuhen.core.devices;

/** Where the files of a hand-in come from. */
public enum HandInSource {
    /** The device itself, docked. */
    CAMERA("camera"),
    /** The folder of a vendor's collection station. */
    STATION_FOLDER("station-folder"),
    /** Files that a person chose in the browser. */
    BROWSER("browser");

    private final String word;

    HandInSource(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}

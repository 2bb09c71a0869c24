package org.liuhen.cli.collect;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** A source of recordings: a docked camera, a card, the folder of a vendor's station. Only {@link #delete} ever changes it. */
public interface Camera {

    /**
     * Every file: hidden, nested, empty, unreadable and special ones too, sorted by raw path. A file or folder that cannot be
     * looked at is in the list with its problem; folders themselves are not.
     *
     * @throws IOException if the source itself is not there
     */
    List<CameraFile> list() throws IOException;

    /**
     * Opens a file for reading. Links are not followed.
     *
     * @throws IOException if it is gone or cannot be read
     */
    SeekableByteChannel open(RawPath path) throws IOException;

    /**
     * What the file looks like now.
     *
     * @throws IOException if it is gone
     */
    FileStamp stamp(RawPath path) throws IOException;

    /**
     * Removes one file.
     *
     * @throws IOException if it could not be removed; it is still there
     */
    void delete(RawPath path) throws IOException;

    /** Whether files can be removed from where this one is: not from a card whose lock is set. */
    boolean writable(RawPath path);

    /** Whether the source is still docked. Tells a pulled-out camera from one bad file. */
    boolean present();

    /** What the notebook knows this source by: stable from one docking to the next. */
    String name();
}

package org.liuhen.server.cases.paper;

import java.util.List;
import java.util.Optional;

/** A rendered document. */
public final class Pdf {

    private final byte[] bytes;
    private final int pages;
    private final List<Place> places;
    private final List<String> unprintable;

    Pdf(byte[] bytes, int pages, List<Place> places, List<String> unprintable) {
        this.bytes = bytes.clone();
        this.pages = pages;
        this.places = List.copyOf(places);
        this.unprintable = List.copyOf(unprintable);
    }

    /** The file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many pages the file has. */
    public int pages() {
        return pages;
    }

    /** Where signatures and the seal belong, in the order of the paper. */
    public List<Place> places() {
        return places;
    }

    /** Where the agency's seal belongs, if the paper has a seal. */
    public Optional<Place> sealPlace() {
        return places.stream().filter(place -> place.name().equals(SheetHtml.SEAL)).findFirst();
    }

    /**
     * Characters that no font draws or that would change how others read (direction marks, controls): each {@code U+XXXX} once.
     * They stand on the paper as boxes with that number. A person should see this list before the document becomes final.
     */
    public List<String> unprintable() {
        return unprintable;
    }
}

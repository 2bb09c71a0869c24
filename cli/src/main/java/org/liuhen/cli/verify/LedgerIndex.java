package org.liuhen.cli.verify;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/**
 * Where each event stands in a ledger, in some 24 bytes an event, so that millions fit into a small heap. An event is kept by a
 * hash that begins with a secret of this run: nobody can prepare two events that meet, and by chance they do so once in 2⁶⁴ pairs.
 */
final class LedgerIndex {

    static final int ABSENT = -1;

    private static final int FIRST_CAPACITY = 1024; // a power of two

    private final long secret = new SecureRandom().nextLong();
    private long[] keys = new long[FIRST_CAPACITY];
    private int[] places = absent(FIRST_CAPACITY);
    private int size;

    private static int[] absent(int length) {
        var places = new int[length];
        Arrays.fill(places, ABSENT);
        return places;
    }

    /** Notes the place of an event that is not in it yet. */
    void put(UUID stream, long version, long place) {
        if (++size > keys.length / 2) grow();
        var key = key(stream, version);
        var slot = slot(key);
        keys[slot] = key;
        places[slot] = Math.toIntExact(place);
    }

    /** The event's place in the log, or {@link #ABSENT}. */
    int find(UUID stream, long version) {
        return places[slot(key(stream, version))];
    }

    private void grow() {
        var oldKeys = keys;
        var oldPlaces = places;
        keys = new long[oldKeys.length * 2];
        places = absent(keys.length);
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldPlaces[i] == ABSENT) continue;
            var slot = slot(oldKeys[i]);
            keys[slot] = oldKeys[i];
            places[slot] = oldPlaces[i];
        }
    }

    /** Where the key is, or where it would be. */
    private int slot(long key) {
        var slot = (int) key & (keys.length - 1);
        while (places[slot] != ABSENT && keys[slot] != key) slot = (slot + 1) & (keys.length - 1);
        return slot;
    }

    private long key(UUID stream, long version) {
        return mixed(mixed(mixed(secret ^ stream.getMostSignificantBits()) ^ stream.getLeastSignificantBits()) ^ version);
    }

    /** A bijection in which each bit of the input changes half of the output (the finalizer of SplitMix64). */
    private static long mixed(long bits) {
        var mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}

package org.liuhen.server.recordings.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A shared library (ELF, x86-64) without any content but its name and its version names. The bundled ffmpeg is linked to the
 * libraries of sound servers and displays, for capturing. A server has none of them and we never capture: these stand in for
 * them, so that ffmpeg starts on a bare machine, and cannot reach a device on any other. The calls are bound when they are made,
 * which is never.
 */
final class EmptyLibrary {

    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int SEGMENTS = 3;
    private static final int SYMBOL = 24;
    private static final int VERSION = 20;
    private static final int VERSION_NAME = 8;
    private static final int DYNAMIC_ENTRY = 16;

    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int PT_GNU_STACK = 0x6474e551;
    private static final int READ_WRITE = 6;

    private EmptyLibrary() {}

    /**
     * The bytes of the library.
     *
     * @param soname its name, {@code libpulse.so.0}
     * @param versions the version names that programs ask for, {@code PULSE_0}; may be empty
     */
    static byte[] named(String soname, List<String> versions) {
        var names = new ArrayList<String>();
        names.add(soname); // the first definition names the library itself
        names.addAll(versions);
        var strings = new ByteArrayOutputStream();
        strings.write(0);
        var offsets = new ArrayList<Integer>();
        for (var name : names) {
            offsets.add(strings.size());
            strings.writeBytes(name.getBytes(US_ASCII));
            strings.write(0);
        }
        var symbolsAt = HEADER + SEGMENTS * PROGRAM_HEADER;
        var versionsAt = symbolsAt + SYMBOL;
        var stringsAt = versionsAt + names.size() * (VERSION + VERSION_NAME);
        var dynamicAt = (stringsAt + strings.size() + 7) / 8 * 8;
        var dynamic = List.of(
            new long[] {14, offsets.getFirst()}, // SONAME
            new long[] {5, stringsAt}, // STRTAB
            new long[] {10, strings.size()}, // STRSZ
            new long[] {6, symbolsAt}, // SYMTAB
            new long[] {11, SYMBOL}, // SYMENT
            new long[] {0x6ffffff0L, symbolsAt}, // VERSYM: of the one symbol, which is no symbol: zeros, as it is itself
            new long[] {0x6ffffffcL, versionsAt}, // VERDEF
            new long[] {0x6ffffffdL, names.size()}, // VERDEFNUM
            new long[] {0, 0});
        var total = dynamicAt + dynamic.size() * DYNAMIC_ENTRY;

        var elf = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        header(elf);
        segment(elf, PT_LOAD, 0, total, 4096);
        segment(elf, PT_DYNAMIC, dynamicAt, total - dynamicAt, 8);
        segment(elf, PT_GNU_STACK, 0, 0, 16); // without it the loader would make every stack executable
        elf.position(versionsAt);
        for (var i = 0; i < names.size(); i++) version(elf, i, names, offsets);
        elf.put(stringsAt, strings.toByteArray());
        elf.position(dynamicAt);
        for (var entry : dynamic) elf.putLong(entry[0]).putLong(entry[1]);
        return elf.array();
    }

    private static void header(ByteBuffer elf) {
        elf.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        elf.putShort((short) 3).putShort((short) 62).putInt(1); // shared object, x86-64
        elf.putLong(0).putLong(HEADER).putLong(0); // no entry point, program headers, no sections
        elf.putInt(0).putShort((short) HEADER).putShort((short) PROGRAM_HEADER).putShort((short) SEGMENTS);
        elf.putShort((short) 64).putShort((short) 0).putShort((short) 0);
    }

    private static void segment(ByteBuffer elf, int type, int at, int size, int alignment) {
        elf.putInt(type).putInt(READ_WRITE).putLong(at).putLong(at).putLong(at).putLong(size).putLong(size).putLong(alignment);
    }

    private static void version(ByteBuffer elf, int index, List<String> names, List<Integer> offsets) {
        var last = index == names.size() - 1;
        elf.putShort((short) 1).putShort((short) (index == 0 ? 1 : 0)).putShort((short) (index + 1)).putShort((short) 1);
        elf.putInt(hash(names.get(index))).putInt(VERSION).putInt(last ? 0 : VERSION + VERSION_NAME);
        elf.putInt(offsets.get(index)).putInt(0);
    }

    /** The hash of the System V ABI, which the loader compares before it compares names. */
    private static int hash(String name) {
        var hash = 0;
        for (var b : name.getBytes(US_ASCII)) {
            hash = (hash << 4) + b;
            var high = hash & 0xf0000000;
            hash = (hash ^ (high >>> 24)) & ~high;
        }
        return hash;
    }
}

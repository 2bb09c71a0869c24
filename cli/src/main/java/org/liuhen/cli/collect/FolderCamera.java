package org.liuhen.cli.collect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuhen.formats.devices.Listing.Problem;

/**
 * A camera that shows itself as a folder. Raw names survive because a path of the default file system keeps the bytes it was
 * listed with, and gives and takes them as a percent-encoded URI; its text would be lossy.
 */
public final class FolderCamera implements Camera {

    private static final String PLAIN = "/._-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int MOST_DEEP = 64; // deeper than any camera; a loop of mounts ends here
    private static final FileStamp UNKNOWN = new FileStamp(0, Instant.EPOCH, "");

    private final Path root;
    private final Optional<RawPath> only;
    private final Optional<String> name;
    private final String rootKey;

    private FolderCamera(Path root, Optional<RawPath> only, Optional<String> name, String rootKey) {
        this.root = root;
        this.only = only;
        this.name = name;
        this.rootKey = rootKey;
    }

    /**
     * The camera at this folder; or this one file as a source of one.
     *
     * @throws IOException if there is nothing at the path
     */
    public static FolderCamera at(Path source) throws IOException {
        var real = source.toRealPath();
        if (Files.isDirectory(real)) return new FolderCamera(real, Optional.empty(), Optional.empty(), keyOf(real));
        var parent = real.getParent();
        if (parent == null || !Files.isRegularFile(real)) throw new NotDirectoryException(source.toString());
        return new FolderCamera(parent, Optional.of(rawName(real)), Optional.empty(), keyOf(parent));
    }

    private static String keyOf(Path root) throws IOException {
        return stamp(attributes(root)).identity();
    }

    /** The same camera under a name of its own, where the folder that it is mounted at says nothing of it. */
    public FolderCamera named(String own) {
        return new FolderCamera(root, only, Optional.of(own), rootKey);
    }

    @Override
    public List<CameraFile> list() throws IOException {
        if (only.isPresent()) return List.of(look(resolve(only.get()), only.get()));
        if (!Files.isDirectory(root)) throw new NotDirectoryException(root.toString());
        var found = new ArrayList<CameraFile>();
        walk(root, new RawPath(""), 0, found);
        found.sort((one, other) -> one.path().compareTo(other.path()));
        return List.copyOf(found);
    }

    private void walk(Path folder, RawPath path, int depth, List<CameraFile> found) throws IOException {
        try (var children = Files.newDirectoryStream(folder)) {
            for (var child : children) {
                var childPath = path.child(rawName(child));
                if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    found.add(look(child, childPath));
                } else if (depth < MOST_DEEP) {
                    walk(child, childPath, depth + 1, found);
                } else {
                    found.add(new CameraFile(childPath, UNKNOWN, Optional.of(Problem.UNREADABLE)));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            if (depth == 0) throw e instanceof DirectoryIteratorException inner ? inner.getCause() : (IOException) e;
            found.add(new CameraFile(path, UNKNOWN, Optional.of(Problem.UNREADABLE))); // the folder stands for what is in it
        }
    }

    private static CameraFile look(Path file, RawPath path) {
        try {
            var attributes = attributes(file);
            var stamp = stamp(attributes);
            if (!attributes.isRegularFile()) return new CameraFile(path, stamp, Optional.of(Problem.SPECIAL));
            if (!Files.isReadable(file)) throw new AccessDeniedException(path.display());
            return new CameraFile(path, stamp, Optional.empty());
        } catch (IOException e) {
            return new CameraFile(path, UNKNOWN, Optional.of(Problem.UNREADABLE));
        }
    }

    @Override
    public SeekableByteChannel open(RawPath path) throws IOException {
        return Files.newByteChannel(resolve(path), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public FileStamp stamp(RawPath path) throws IOException {
        return stamp(attributes(resolve(path)));
    }

    @Override
    public void delete(RawPath path) throws IOException {
        Files.delete(resolve(path));
    }

    @Override
    public boolean writable(RawPath path) {
        return Optional.ofNullable(resolve(path).getParent()).filter(Files::isWritable).isPresent();
    }

    @Override
    public boolean present() {
        try {
            return stamp(attributes(root)).identity().equals(rootKey); // an empty mount point stays where the camera was
        } catch (IOException gone) {
            return false;
        }
    }

    /** What the file system knew the folder by when this was made: another one after something was mounted there. */
    String folderKey() {
        return rootKey;
    }

    @Override
    public String name() {
        if (name.isPresent()) return name.get();
        var folder = rawUri(root);
        return only.isPresent() ? folder + "/" + encoded(only.get()) : folder;
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static FileStamp stamp(BasicFileAttributes attributes) {
        var key = attributes.fileKey();
        return new FileStamp(
                attributes.size(),
                attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS),
                key == null ? "" : key.toString());
    }

    /** Where the file lies. */
    Path file(RawPath path) {
        return resolve(path);
    }

    private Path resolve(RawPath path) {
        if (File.separatorChar != '/') return root.resolve(new String(path.bytes(), UTF_8));
        return Path.of(URI.create(rawUri(root) + "/" + encoded(path)));
    }

    /** The last element's bytes: taken from the URI, where the raw ones stand; elsewhere than on POSIX names are text. */
    public static RawPath rawName(Path file) {
        if (File.separatorChar != '/') return RawPath.ofText(String.valueOf(file.getFileName()));
        var uri = rawUri(file);
        return RawPath.of(decoded(uri.substring(uri.lastIndexOf('/') + 1)));
    }

    /** The folder in one line of text: as people write it, unless that would lose bytes of its name. */
    static String nameOf(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        var text = absolute.toString();
        return text.chars().anyMatch(c -> c == '\uFFFD' || c < ' ') ? rawUri(absolute) : text;
    }

    private static String rawUri(Path path) {
        var uri = path.toUri().toString(); // a folder's ends in a slash
        return uri.endsWith("/") && uri.length() > "file:///".length() ? uri.substring(0, uri.length() - 1) : uri;
    }

    private static String encoded(RawPath path) {
        var text = new StringBuilder();
        for (var b : path.bytes()) {
            if (PLAIN.indexOf(b) >= 0) text.append((char) b);
            else text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return text.toString();
    }

    private static byte[] decoded(String encoded) {
        var bytes = new ByteArrayOutputStream();
        var raw = encoded.getBytes(ISO_8859_1);
        for (var i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                bytes.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(raw[i]);
            }
        }
        return bytes.toByteArray();
    }
}

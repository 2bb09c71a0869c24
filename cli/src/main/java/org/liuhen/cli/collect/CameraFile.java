package org.liuhen.cli.collect;

import java.util.Optional;
import org.liuhen.formats.devices.Listing;

/**
 * One file as the station saw it on a source, before anything was sent.
 *
 * @param problem why it cannot be handed in, although it is there
 */
public record CameraFile(RawPath path, FileStamp stamp, Optional<Listing.Problem> problem) {}

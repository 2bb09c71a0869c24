package org.liuhen.core.values;

import java.util.List;

/**
 * 销毁: the payload of an earlier event of the same stream was destroyed; the leaf stays. Stands in any stream.
 *
 * @param version of the event whose payload is destroyed
 * @param ground why, in words
 * @param confirmedBy the names of the two persons who confirmed
 */
public record PayloadDestroyed(long version, String ground, List<String> confirmedBy) implements Event {
    public PayloadDestroyed {
        confirmedBy = List.copyOf(confirmedBy);
    }
}

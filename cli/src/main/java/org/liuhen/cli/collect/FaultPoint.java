package org.liuhen.cli.collect;

/** Moments between two writes at which tests end the station. Every durable step has one before and one after it. */
public enum FaultPoint {
    LISTED,
    LISTING_KEPT,
    HAND_IN_NOTED,
    HAND_IN_OPENED,
    SENDING_NOTED,
    UPLOAD_CREATED,
    CHUNK_SENT,
    UPLOAD_ENDED,
    SEALED_NOTED,
    RECEIPT_FETCHED,
    RECEIPT_KEPT,
    STORED_NOTED,
    BALANCE_SENT,
    BALANCE_NOTED,
    CLEARING_SENT,
    CLEARING_NOTED,
    FILE_DELETED,
    CLEARED_NOTED,
    OBJECT_KEPT,
    KEPT_NOTED,
    RECEIPT_RECONCILED,
    RECONCILED_NOTED
}

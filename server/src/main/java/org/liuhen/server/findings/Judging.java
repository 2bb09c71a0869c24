package org.liuhen.server.findings;

import java.time.InstantSource;
import org.liuhen.server.acts.ActRequests;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.journal.Journal;
import org.springframework.stereotype.Component;

/** What judging a stream takes, whatever it is about. */
@Component
public record Judging(Journal journal, AgencyLaw law, Judgements judgements, ActRequests requests, InstantSource clock) {}

package org.liuhen.core.rules;

/**
 * The identity of a finding (问题), independent of time and of the profile.
 *
 * @param duty key of law/keys.yaml
 * @param subject id of what it is about
 * @param occurrence tells findings of one duty and subject apart, a gap by its begin; empty where there can be one only
 */
public record FindingKey(String duty, String subject, String occurrence) {
    public FindingKey {
        if (duty.isBlank() || subject.isBlank()) throw new IllegalArgumentException("a finding needs a duty and a subject");
    }
}

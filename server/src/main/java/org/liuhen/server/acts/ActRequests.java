package org.liuhen.server.acts;

import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Which request each idempotency key belongs to: the same key with something else is refused, and not answered as if it had been done. */
@Component
public class ActRequests {

    private final AgencyRows rows;

    ActRequests(AgencyRows rows) {
        this.rows = rows;
    }

    /**
     * Notes the key for this request; for the same request again it does nothing. A request that was refused later leaves its note: whoever
     * changes it takes a new key.
     *
     * @throws Problem if the key belongs to another request
     */
    public void claim(AskedAct act) {
        if (act.request().isEmpty()) return;
        rows.of(act.agency(), jdbc -> jdbc.sql("insert into act_request (agency, key, request) values (:agency, :key, :request) on conflict do nothing")
                .param("agency", act.agency()).param("key", act.key()).param("request", act.request().get().toString()).update());
        check(act);
    }

    /** @throws Problem if the key was carried out for another request */
    public void check(AskedAct act) {
        if (act.request().isEmpty()) return;
        var first = rows.of(act.agency(), jdbc -> jdbc.sql("select request from act_request where agency = :agency and key = :key")
                .param("agency", act.agency()).param("key", act.key()).query(String.class).optional());
        if (first.filter(act.request().get().toString()::equals).isEmpty()) throw used();
    }

    /** The key is another request's. */
    public static Problem used() {
        return Problem.of(HttpStatus.CONFLICT, "key-used", "这个请求编号已用于另一事项", "This idempotency key was used for something else")
                .next("请刷新后重试；程序请为每次操作使用新的 Idempotency-Key。", "Reload and try again; programs use a new Idempotency-Key for each act.");
    }
}

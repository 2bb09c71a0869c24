package org.liuhen.formats.law.cases;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.cases.Attendance;
import org.liuhen.core.cases.LifeCommand;
import org.liuhen.core.cases.MeasureCommand;
import org.liuhen.core.cases.SignKind;
import org.liuhen.core.cases.Thing;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.recordings.activities.ActivityId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.PersonId;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.law.WorkCalendar;
import org.liuhen.formats.yaml.YamlValue.YamlObject;
import org.liuhen.formats.yaml.YamlValue;

/**
 * Makes the command record out of what stands under {@code with}: components by their names; a record that is itself a component is
 * written out in place. Whatever is left out is absent, empty, the word's default, or the time and the person of the fact.
 */
final class CommandReader {

    /** Says of a document that its mandatory fields are filled in somehow. */
    static final String FILLED = "filled";

    /** Times of an act: left out, they are the fact's. */
    private static final Set<String> ACT_TIMES = Set.of("at", "on", "beganAt", "endedAt", "receivedAt", "issuedOn", "signedOn");

    /** An inventory that a case does not care about. */
    private static final List<Thing> THINGS = List.of(new Thing("物品", "1 件", "完好", Optional.empty()));

    private final Matter matter;
    private final Names names;
    private final FactWord word;
    private final @Nullable String of;
    private final Instant at;
    private final String by;
    private final YamlValue place;
    private final Optional<YamlObject> with;
    private boolean named;

    /**
     * What the fact says around its fields.
     *
     * @param of the name of what it is about; absent: the case
     */
    CommandReader(Matter matter, Names names, FactWord word, @Nullable String of, Instant at, String by, YamlValue place, Optional<YamlObject> with) {
        this.matter = matter;
        this.names = names;
        this.word = word;
        this.of = of;
        this.at = at;
        this.by = by;
        this.place = place;
        this.with = with;
    }

    /**
     * The command.
     *
     * @throws Malformed with line and column
     */
    Record read() {
        var command = record(word.command(), with);
        if (of != null && !named) throw place.wrong("“" + word.word() + "”不用 of", word.word() + " takes no 'of'");
        with.ifPresent(YamlObject::end);
        return command;
    }

    private Record record(Class<? extends Record> type, Optional<YamlObject> in) {
        var arguments = new ArrayList<>();
        for (var component : type.getRecordComponents()) arguments.add(component(type, component, in, arguments));
        try {
            var types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getConstructor(types).newInstance(arguments.toArray());
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw place.wrong("这些值不能放在一起", "these cannot stand together: " + e.getTargetException());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.toString(), e);
        }
    }

    private Object component(Class<?> of, RecordComponent component, Optional<YamlObject> in, List<Object> before) {
        var name = component.getName();
        var declared = component.getGenericType();
        var type = component.getType();
        if (type == Map.class) return values(before, in);
        if (isInPlace(type)) return record(type.asSubclass(Record.class), in);
        var written = in.flatMap(object -> object.maybe(name));
        written.ifPresent(value -> among(of, name, value));
        if (type == Optional.class) return optional((Class<?>) argument(declared), name, written);
        if (type == List.class) {
            if (written.isPresent()) {
                if (name.equals("without")) written.get().list().forEach(CommandReader::leftOut);
                return written.get().list().stream().map(item -> one(item, argument(declared), name)).toList();
            }
            if (argument(declared) == Attendance.class) return Cast.leaders();
            if (argument(declared) == Thing.class && word.command() != MeasureCommand.LiftMeasure.class) return THINGS;
            return word.byDefault(name).map(text -> Arrays.stream(text.split(" "))
                    .map(item -> plain(item, (Class<?>) argument(declared), place)).toList()).orElse(List.of());
        }
        if (written.isPresent()) return subject(of, name, one(written.get(), type, name));
        return left(type, name, in);
    }

    /** A text that has a closed list of words. */
    private void among(Class<?> of, String name, YamlValue written) {
        matter.closed(of, name).ifPresent(known -> {
            for (var item : written.isList() ? written.list() : List.of(written)) {
                if (!known.contains(item.text())) throw unknown(item, known);
            }
        });
    }

    private static Malformed unknown(YamlValue item, Collection<String> known) {
        var all = String.join(", ", known);
        return item.wrong("未知的词 " + item.text() + "，可用：" + all, "unknown word " + item.text() + ", known: " + all);
    }

    /** Written as nothing it is absent; the time of an act is the fact's. */
    private Optional<Object> optional(Class<?> type, String name, Optional<YamlValue> written) {
        if (written.isPresent()) {
            var nothing = written.get().isText() && written.get().textOrEmpty().isBlank();
            return nothing ? Optional.empty() : Optional.of(one(written.get(), type, name));
        }
        if (type == Instant.class && name.equals("at")) return Optional.of(at);
        return word.byDefault(name).map(text -> plain(text, type, place));
    }

    /** A component that is not written. */
    private Object left(Class<?> type, String name, Optional<YamlObject> in) {
        if (type == ActivityId.class) return plain(matter.subject(), type, place);
        if (isId(type) && type != PersonId.class && !named) {
            if (of == null && matter != Matter.CASE) {
                throw place.wrong("“" + word.word() + "”缺少 of", "'of' is missing: " + word.word());
            }
            named = true;
            return plain(of == null ? matter.subject() : of, type, place);
        }
        if (name.equals("name") && in.flatMap(object -> object.maybe("officer")).isPresent()) {
            return in.flatMap(object -> object.maybe("officer")).orElseThrow().text();
        }
        var byDefault = word.byDefault(name);
        if (byDefault.isPresent()) return plain(byDefault.get(), type, place);
        if (type == PersonId.class) {
            return in.flatMap(object -> object.maybe("name")).flatMap(value -> Cast.named(value.text())).map(Cast.Member::id)
                    .orElseGet(() -> (PersonId) plain(by, type, place));
        }
        if (type == boolean.class) return false;
        if (type == SignKind.class && name.equals("kind")) return SignKind.SIGNATURE;
        if (type == Digest.class) return Names.content((of == null ? "" : of) + " " + name);
        if (ACT_TIMES.contains(name)) return type == Instant.class ? at : LocalDate.ofInstant(at, WorkCalendar.ZONE);
        throw place.wrong("“" + word.word() + "”的 with 缺少 " + name, name + " is missing under 'with' of " + word.word());
    }

    /** A step of a document that can be left out. */
    private static void leftOut(YamlValue step) {
        var known = Stream.concat(Vocabulary.words(Capacity.class).keySet().stream(), Shortcut.STEPS.stream()).toList();
        if (known.contains(step.text())) return;
        var all = String.join(", ", known);
        throw step.wrong("没有这一步：" + step.text() + "，可用：" + all, "no such step: " + step.text() + ", known: " + all);
    }

    /** What a finding or a defect is about: named as the case names it. */
    private Object subject(Class<?> of, String name, Object value) {
        return name.equals("subject") && of != LifeCommand.OpenCase.class && value instanceof String text ? names.subject(text) : value;
    }

    private Object one(YamlValue value, Type declared, String name) {
        if (declared instanceof ParameterizedType) throw place.wrong("这里写不了 " + name, "nothing can be written for " + name);
        var type = (Class<?>) declared;
        if (type.isRecord() && value.isObject()) {
            var object = value.object();
            var record = new CommandReader(matter, names, word, null, at, by, value, Optional.of(object)).record(type.asSubclass(Record.class),
                    Optional.of(object));
            object.end();
            return record;
        }
        return plain(type == String.class ? value.textOrEmpty() : value.text(), type, value);
    }

    private Object plain(String text, Class<?> type, YamlValue where) {
        if (type == String.class) return text;
        if (type == PersonId.class) {
            return Cast.named(text).orElseThrow(() -> where.wrong("没有这个人：" + text + "；可用：" + Cast.names(),
                    "nobody of this name: " + text + "; there are: " + Cast.names())).id();
        }
        if (type == TemplateId.class) return template(text, where).id();
        if (type == Digest.class) return Names.content(text);
        if (isId(type)) return meant(names.id(text), type);
        if (type.isEnum()) return word(text, type, where);
        try {
            return value(text, type);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            var what = type == int.class || type == long.class ? "a whole number is expected"
                    : type == Duration.class ? "a duration is expected, for example PT3M20S" : e.getMessage();
            throw where.wrong("这个值不能用：" + text, "this cannot be: " + what);
        }
    }

    private static Object value(String text, Class<?> type) {
        if (type == Instant.class) return Moments.instant(text);
        if (type == LocalDate.class) return Moments.day(text);
        if (type == Duration.class) return Duration.parse(text);
        if (type == boolean.class || type == Boolean.class) return Moments.yes(text);
        if (type == int.class) return Integer.parseInt(text);
        if (type == long.class) return Long.parseLong(text);
        return made(type, String.class, text); // a record of one text, such as a unit's code
    }

    private static Object word(String text, Class<?> type, YamlValue where) {
        var words = Vocabulary.words(type);
        var constant = words.get(text);
        if (constant != null) return constant;
        throw unknown(where, words.keySet());
    }

    private static Object meant(UUID id, Class<?> type) {
        return made(type, UUID.class, id);
    }

    private static Object made(Class<?> type, Class<?> of, Object value) {
        try {
            return type.getConstructor(of).newInstance(value);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw new IllegalArgumentException(String.valueOf(e.getCause()), e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.toString(), e);
        }
    }

    /** By its title or its id. */
    private static Template template(String text, YamlValue where) {
        return WorkedRun.TEMPLATES.all().stream()
                .filter(one -> one.title().zh().equals(text) || one.id().value().equals(text))
                .findFirst()
                .orElseThrow(() -> where.wrong("没有这种文书：" + text, "no such template: " + text));
    }

    /** The fields of a document; its template is named before, here or at its drafting. */
    private Map<String, FieldValue> values(List<Object> before, Optional<YamlObject> in) {
        var document = before.stream().filter(DocumentId.class::isInstance).map(DocumentId.class::cast).findFirst().orElseThrow();
        before.stream().filter(TemplateId.class::isInstance).map(TemplateId.class::cast).findFirst()
                .flatMap(WorkedRun.TEMPLATES::of)
                .ifPresent(template -> names.document(document, template));
        var template = names.template(document)
                .orElseThrow(() -> place.wrong("还没有起草这份文书", "this document was not drafted before"));
        var reader = new ValuesReader(names, at, LocalDate.ofInstant(at, WorkCalendar.ZONE));
        var drafting = before.stream().anyMatch(TemplateId.class::isInstance);
        var values = new HashMap<>(drafting ? Map.of() : names.values(document));
        Function<YamlValue, Boolean> yes = value -> value.text(Moments::yes);
        var filled = in.flatMap(object -> object.maybe(FILLED)).map(yes)
                .orElseGet(() -> word.byDefault(FILLED).map(Moments::yes).orElse(false));
        if (filled) values.putAll(reader.filled(template));
        in.map(object -> object.list("places")).orElse(List.of()).forEach(place -> reader.alter(values, place.object(), template.fields()));
        in.flatMap(object -> object.maybe("values")).ifPresent(written -> reader.write(values, written, template.fields()));
        names.document(document, values);
        return values;
    }

    /** A record of several components is written out in place, without its own name. */
    static boolean isInPlace(Class<?> type) {
        return type.isRecord() && !isId(type) && type.getRecordComponents().length > 1 && type != Digest.class;
    }

    /** Whether the type names something by a UUID. */
    static boolean isId(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 1 && type.getRecordComponents()[0].getType() == UUID.class;
    }

    private static Type argument(Type declared) {
        return ((ParameterizedType) declared).getActualTypeArguments()[0];
    }
}

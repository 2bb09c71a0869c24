package org.liuhen.formats.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;
import org.liuhen.formats.json.ValueForm.Place;

/** How the records of one class are taken apart and put together: found out once, then used for every event. */
final class RecordShape {

    private static final ConcurrentHashMap<Class<?>, RecordShape> SHAPES = new ConcurrentHashMap<>();

    /**
     * A component.
     *
     * @param name of the field: a duration's ends in {@code Millis}
     * @param get from {@code Object} to {@code Object}
     */
    private record Part(String name, boolean optional, ValueForm form, MethodHandle get) {}

    private final Class<?> type;
    private final List<Part> parts;

    /** From {@code Object[]} to {@code Object}: a call without boxing or looking for types. */
    private final MethodHandle constructor;

    private RecordShape(Class<?> type, List<Part> parts, MethodHandle constructor) {
        this.type = type;
        this.parts = List.copyOf(parts);
        this.constructor = constructor;
    }

    /** The shape of a record class. */
    static RecordShape of(Class<?> type) {
        var known = SHAPES.get(type);
        if (known != null) return known;
        var found = taken(type); // not inside computeIfAbsent: records hold records
        SHAPES.put(type, found);
        return found;
    }

    private static RecordShape taken(Class<?> type) {
        var components = type.getRecordComponents();
        if (components == null) throw new IllegalArgumentException("no record: " + type);
        var lookup = MethodHandles.publicLookup();
        try {
            var parts = new ArrayList<Part>();
            for (var component : components) parts.add(part(component, lookup));
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = lookup.unreflectConstructor(type.getConstructor(types));
            var spread = constructor.asType(constructor.type().generic()).asSpreader(Object[].class, types.length);
            return new RecordShape(type, parts, spread.asType(MethodType.methodType(Object.class, Object[].class)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be taken apart", e);
        }
    }

    private static Part part(RecordComponent component, MethodHandles.Lookup lookup) throws IllegalAccessException {
        var declared = component.getGenericType();
        var optional = component.getType() == Optional.class;
        Type of = optional ? ValueForm.argument(declared, 0) : declared;
        var name = of == Duration.class ? component.getName() + "Millis" : component.getName();
        var get = lookup.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
        return new Part(name, optional, ValueForm.of(of), get);
    }

    /** The fields of a record; a new map. */
    SortedMap<String, Json> write(Object value) {
        var fields = new TreeMap<String, Json>();
        for (var part : parts) {
            var component = call(part.get(), value);
            if (component instanceof Optional<?> optional) {
                optional.ifPresent(present -> fields.put(part.name(), part.form().write(present)));
            } else {
                fields.put(part.name(), part.form().write(component));
            }
        }
        return fields;
    }

    /**
     * The record with these fields.
     *
     * @throws Malformed if one is unknown, missing or wrong
     */
    Object read(Map<String, Json> fields, Place place) {
        var arguments = new Object[parts.size()];
        var known = 0;
        for (var i = 0; i < arguments.length; i++) {
            var part = parts.get(i);
            var json = fields.get(part.name());
            if (json != null) known++;
            arguments[i] = argument(part, json, place);
        }
        if (known < fields.size()) throw new Malformed(place + ": unknown field " + StrictText.shown(stranger(fields)));
        return make(arguments, place);
    }

    private static Object argument(Part part, @Nullable Json json, Place place) {
        if (json == null) {
            if (part.optional()) return Optional.empty();
            throw new Malformed(place + ": " + part.name() + " is missing");
        }
        var value = part.form().read(json, place.field(part.name()));
        return part.optional() ? Optional.of(value) : value;
    }

    private String stranger(Map<String, Json> fields) {
        var names = parts.stream().map(Part::name).toList();
        return fields.keySet().stream().filter(name -> !names.contains(name)).findFirst().orElseThrow();
    }

    /**
     * A record of these components.
     *
     * @throws Malformed if the record refuses one
     */
    Object make(Object[] components, Place place) {
        try {
            return constructor.invokeExact(components);
        } catch (Malformed e) {
            throw e;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Malformed(place + ": " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    /** One component of a record. */
    Object component(Object value, int index) {
        return call(parts.get(index).get(), value);
    }

    private static Object call(MethodHandle get, Object value) {
        try {
            return get.invokeExact(value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record does not tell its component", e);
        }
    }
}

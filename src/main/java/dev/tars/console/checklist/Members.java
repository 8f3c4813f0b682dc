package dev.tars.console.checklist;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Members of a payload, each asked for as what it has to be. */
record Members(Map<String, Object> all) {

    /** A member is not what it has to be: the entry was written by a newer console, or changed. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String what) {
            super(what);
        }
    }

    String text(String name) throws Wrong {
        if (all.get(name) instanceof String text) {
            return text;
        }
        throw new Wrong(name + " is no text");
    }

    Optional<String> find(String name) {
        return all.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    boolean flag(String name) throws Wrong {
        if (all.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw new Wrong(name + " is not true or false");
    }

    Instant instant(String name) throws Wrong {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new Wrong(name + " is no time");
        }
    }

    Duration duration(String name) throws Wrong {
        try {
            return Duration.parse(text(name));
        } catch (DateTimeException e) {
            throw new Wrong(name + " is no duration");
        }
    }

    /** A map of texts. */
    Map<String, String> words(String name) throws Wrong {
        if (!(all.get(name) instanceof Map<?, ?> map)) {
            throw new Wrong(name + " is no map");
        }
        Map<String, String> words = new LinkedHashMap<>();
        for (Map.Entry<?, ?> each : map.entrySet()) {
            if (!(each.getKey() instanceof String key) || !(each.getValue() instanceof String value)) {
                throw new Wrong(name + " has something that is no text");
            }
            words.put(key, value);
        }
        return words;
    }

    List<String> texts(String name) throws Wrong {
        List<String> texts = new ArrayList<>();
        for (Object each : items(name)) {
            if (!(each instanceof String text)) {
                throw new Wrong(name + " has something that is no text");
            }
            texts.add(text);
        }
        return texts;
    }

    List<Members> list(String name) throws Wrong {
        List<Members> list = new ArrayList<>();
        for (Object each : items(name)) {
            list.add(of(each, name));
        }
        return list;
    }

    private List<?> items(String name) throws Wrong {
        if (all.get(name) instanceof List<?> list) {
            return list;
        }
        throw new Wrong(name + " is no list");
    }

    Members under(String name) throws Wrong {
        Object there = all.get(name);
        return of(there == null ? "" : there, name);
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    private static Members of(Object value, String name) throws Wrong {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Wrong(name + " is no object");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((key, each) -> members.put(String.valueOf(key), each));
        return new Members(members);
    }
}

package org.liuhen.server.operator;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuhen.server.folder.OperatorFault;

/** Options of a command: {@code --name value}, or {@code --name} alone. */
record Arguments(Map<String, String> options) {

    /** @throws OperatorFault if an option is unknown, stands twice or lacks its value */
    static Arguments parse(List<String> words, Usage usage) {
        var known = usage.names();
        var flags = usage.flags();
        var options = new HashMap<String, String>();
        for (var i = 0; i < words.size(); i++) {
            var name = words.get(i);
            if (!known.contains(name)) throw wrong("不认识的选项", "unknown option", name, known);
            if (options.containsKey(name)) throw wrong("选项重复", "option given twice", name, known);
            if (flags.contains(name)) {
                options.put(name, "");
            } else if (++i < words.size()) {
                options.put(name, words.get(i));
            } else {
                throw wrong("选项缺少值", "option without a value", name, known);
            }
        }
        return new Arguments(Map.copyOf(options));
    }

    private static OperatorFault wrong(String zh, String en, String name, Set<String> known) {
        var all = String.join(" ", known.stream().sorted().toList());
        return new OperatorFault(zh + "：" + name + "。可用：" + all, en + ": " + name + ". Options: " + all);
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(options.get(name));
    }

    Path path(String name) {
        return Path.of(needed(name));
    }

    String needed(String name) {
        return find(name).filter(value -> !value.isBlank())
                .orElseThrow(() -> new OperatorFault("缺少选项 " + name, "Option " + name + " is missing"));
    }

    int number(String name, int otherwise) {
        try {
            return find(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new OperatorFault(name + " 应为整数", name + " takes a whole number");
        }
    }
}

package firedrill.scoring.backtest.table;

import java.util.HashMap;
import java.util.Map;

/** Gives each name a number, from 1 in the order of appearance; the empty name is 0, nobody. */
final class IdAssigner {

    private final Map<String, Long> numbers = new HashMap<>();

    long idOf(String name) {
        return name.isEmpty() ? 0 : numbers.computeIfAbsent(name, unknown -> numbers.size() + 1L);
    }

    int size() {
        return numbers.size();
    }
}

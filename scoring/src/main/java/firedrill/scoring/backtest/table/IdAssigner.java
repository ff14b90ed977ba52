package firedrill.scoring.backtest.table;

import java.util.HashMap;
import java.util.Map;

/** Assigns ids to names, from 1 in order of appearance; the empty name has id 0, unknown. */
final class IdAssigner {

    private final Map<String, Long> numbers = new HashMap<>();

    long idOf(String name) {
        return name.isEmpty() ? 0 : numbers.computeIfAbsent(name, unknown -> numbers.size() + 1L);
    }

    int size() {
        return numbers.size();
    }
}

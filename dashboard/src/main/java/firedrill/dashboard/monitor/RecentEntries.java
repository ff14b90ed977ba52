package firedrill.dashboard.monitor;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of bounded size that drops its oldest entries. */
final class RecentEntries<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;

    private final int maxEntries;

    RecentEntries(int maxEntries) {
        this.maxEntries = maxEntries;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > maxEntries;
    }
}

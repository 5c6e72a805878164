package dev.archnotes.site.files.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Words by numbers, each word kept once. Which number a word has, says nothing of it. Any thread may ask. */
final class Vocabulary {
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /** The number of a word, the next one where it is new. */
    int number(String word) {
        Integer known = numbers.get(word);
        return known != null ? known : numbers.computeIfAbsent(word, unseen -> next.getAndIncrement());
    }

    /** The words so far, each at its number. */
    String[] words() {
        String[] words = new String[next.get()];
        numbers.forEach((word, number) -> words[number] = word);
        return words;
    }
}

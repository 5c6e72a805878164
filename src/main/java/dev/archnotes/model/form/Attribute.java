package dev.archnotes.model.form;

import dev.archnotes.model.number.Unit;
import java.util.List;
import java.util.Optional;

/**
 * One attribute of a kind: its key, its name, its unit, what it means, and how its value is read and written.
 *
 * @param <T> the type of the value
 */
public abstract class Attribute<T> {
    /** The types of values, as data files have them. */
    public enum Type {
        INTEGER,
        NUMBER,
        TEXT,
        FLAG
    }

    private final String key;
    private final String label;
    private final Type type;
    private String description = "";
    private Unit unit = Unit.COUNT;
    private boolean later;

    private Attribute(String key, String label, Type type) {
        this.key = key;
        this.label = label;
        this.type = type;
    }

    /** The value, from where it is written down. */
    public abstract T read(Source in);

    /** Hands a value over. */
    public abstract void write(Sink out, T value);

    /** A whole number above 0. */
    public static Attribute<Long> size(String key, String label) {
        return new Attribute<>(key, label, Type.INTEGER) {
            @Override
            public Long read(Source in) {
                return in.size(key);
            }

            @Override
            public void write(Sink out, Long value) {
                out.whole(this, value, false);
            }
        };
    }

    /** A whole number of at least 0, and another where nothing is said. */
    public static Attribute<Long> count(String key, String label, long absent) {
        return new Attribute<>(key, label, Type.INTEGER) {
            @Override
            public Long read(Source in) {
                return isThere(in) ? in.count(key, absent) : absent;
            }

            @Override
            public void write(Sink out, Long value) {
                out.whole(this, value, value == absent);
            }
        };
    }

    /** A yes or no, and which of them where nothing is said. */
    public static Attribute<Boolean> flag(String key, String label, boolean absent) {
        return new Attribute<>(key, label, Type.FLAG) {
            @Override
            public Boolean read(Source in) {
                return isThere(in) ? in.flag(key, absent) : absent;
            }

            @Override
            public void write(Sink out, Boolean value) {
                out.flag(this, value, value == absent);
            }
        };
    }

    /** A number with a fraction, and another where nothing is said. */
    public static Attribute<Double> decimal(String key, String label, double absent) {
        return new Attribute<>(key, label, Type.TEXT) {
            @Override
            public Double read(Source in) {
                return in.decimal(key).orElse(absent);
            }

            @Override
            public void write(Sink out, Double value) {
                out.decimal(this, value, value == absent);
            }
        };
    }

    /** A number with a fraction that may be missing. */
    public static Attribute<Optional<Double>> optionalDecimal(String key, String label) {
        return new Attribute<>(key, label, Type.TEXT) {
            @Override
            public Optional<Double> read(Source in) {
                return in.decimal(key);
            }

            @Override
            public void write(Sink out, Optional<Double> value) {
                out.optionalDecimal(this, value);
            }
        };
    }

    /** A text that must be there. */
    public static Attribute<String> text(String key, String label) {
        return new Attribute<>(key, label, Type.TEXT) {
            @Override
            public String read(Source in) {
                return in.text(key);
            }

            @Override
            public void write(Sink out, String value) {
                out.text(this, value, false);
            }
        };
    }

    /** A text that may be missing. */
    public static Attribute<Optional<String>> optionalText(String key, String label) {
        return new Attribute<>(key, label, Type.TEXT) {
            @Override
            public Optional<String> read(Source in) {
                return in.optionalText(key);
            }

            @Override
            public void write(Sink out, Optional<String> value) {
                out.text(this, value.orElse(""), value.isEmpty());
            }
        };
    }

    /** One of a closed set that must be there. */
    public static <E extends Choice> Attribute<E> choice(String key, String label, E[] all) {
        return new Attribute<>(key, label, Type.TEXT) {
            @Override
            public E read(Source in) {
                return in.choice(key, List.of(all), Optional.empty());
            }

            @Override
            public void write(Sink out, E value) {
                out.choice(this, value, false);
            }
        };
    }

    /** One of a closed set, and a certain one where nothing is said. */
    public static <E extends Choice> Attribute<E> choiceOr(String key, String label, E absent, E[] all) {
        return new Attribute<>(key, label, Type.TEXT) {
            @Override
            public E read(Source in) {
                return in.choice(key, List.of(all), Optional.of(absent));
            }

            @Override
            public void write(Sink out, E value) {
                out.choice(this, value, value == absent);
            }
        };
    }

    /** A thing of one kind only. */
    public static <N extends Described> Attribute<N> nested(String key, String label, Form<N> form) {
        return new Attribute<>(key, label, Type.TEXT) {
            @Override
            public N read(Source in) {
                return form.read(in.nested(key, 0));
            }

            @Override
            public void write(Sink out, N value) {
                out.nested(this, value);
            }
        };
    }

    /** A thing of one of several kinds. */
    public static <N extends Described> Attribute<N> kind(String key, String label, List<Form<? extends N>> forms) {
        return new Attribute<>(key, label, Type.TEXT) {
            @Override
            public N read(Source in) {
                return Form.<N>readKind(in.nested(key, in.room()), forms);
            }

            @Override
            public void write(Sink out, N value) {
                out.nested(this, value);
            }
        };
    }

    /** A thing of one kind only that may be missing. */
    public static <N extends Described> Attribute<Optional<N>> optionalNested(String key, String label, Form<N> form) {
        return new Attribute<>(key, label, Type.TEXT) {
            @Override
            public Optional<N> read(Source in) {
                return isThere(in) ? in.optionalNested(key).map(form::read) : Optional.empty();
            }

            @Override
            public void write(Sink out, Optional<N> value) {
                out.optionalNested(this, value);
            }
        };
    }

    /**
     * One of several things, each with a single attribute whose key stands beside the others, or none of them.
     *
     * @param none what it is where none of the keys stands there
     */
    public static <N extends Described> Attribute<N> beside(
            String key, String label, List<Form<? extends N>> forms, N none) {
        return new Attribute<>(key, label, Type.TEXT) {
            @Override
            public N read(Source in) {
                int at = in.oneOf(forms);
                return at < 0 ? none : forms.get(at).readBeside(in);
            }

            @Override
            public void write(Sink out, N value) {
                out.beside(this, value);
            }
        };
    }

    /** A whole number that follows from the attributes. */
    public static Attribute<Long> derived(String key, String label, String description) {
        return new Derived<Long>(key, label, Type.INTEGER) {
            @Override
            public void write(Sink out, Long value) {
                out.whole(this, value, false);
            }
        }.means(description);
    }

    /** The same; 0 is none. */
    public static Attribute<Long> derivedCount(String key, String label, String description) {
        return new Derived<Long>(key, label, Type.INTEGER) {
            @Override
            public void write(Sink out, Long value) {
                out.whole(this, value, value == 0);
            }
        }.means(description);
    }

    /** A text that follows from the attributes; an empty one is none. */
    public static Attribute<String> derivedText(String key, String label, String description) {
        return new Derived<String>(key, label, Type.TEXT) {
            @Override
            public void write(Sink out, String value) {
                out.text(this, value, value.isEmpty());
            }
        }.means(description);
    }

    /** A yes or no that follows from the attributes. */
    public static Attribute<Boolean> derivedFlag(String key, String label, String description) {
        return new Derived<Boolean>(key, label, Type.FLAG) {
            @Override
            public void write(Sink out, Boolean value) {
                out.flag(this, value, false);
            }
        }.means(description);
    }

    /** A quotient of two attributes. */
    public static Attribute<Quotient> quotient(String key, String label, String description) {
        return new Derived<Quotient>(key, label, Type.NUMBER) {
            @Override
            public void write(Sink out, Quotient value) {
                out.quotient(this, value.dividend(), value.divisor());
            }
        }.means(description);
    }

    /** Two whole numbers, one to be divided by the other. */
    public record Quotient(long dividend, long divisor) {}

    /** What is a fact, and not written down. */
    private abstract static class Derived<T> extends Attribute<T> {
        Derived(String key, String label, Type type) {
            super(key, label, type);
        }

        @Override
        public T read(Source in) {
            throw new IllegalStateException(key() + " is not written down anywhere");
        }
    }

    /** The attribute as a fact, with its meaning in a sentence. */
    public Attribute<T> means(String sentence) {
        description = sentence;
        return this;
    }

    /** The attribute with a unit. */
    public Attribute<T> in(Unit measure) {
        unit = measure;
        return this;
    }

    /** The attribute as one that its kind did not always have: a code of earlier days has nothing in its place. */
    public Attribute<T> later() {
        later = true;
        return this;
    }

    /** Whether its kind did not always have it. */
    public boolean isLater() {
        return later;
    }

    /** Whether a source has something in its place. */
    final boolean isThere(Source in) {
        return !later || in.given(key);
    }

    /** The key under which it stands. */
    public String key() {
        return key;
    }

    /** Its name in tables. */
    public String label() {
        return label;
    }

    /** What it means, in a sentence; empty where it is no fact. */
    public String description() {
        return description;
    }

    /** The type of its value in data files. */
    public Type type() {
        return type;
    }

    /** The unit of a whole number. */
    public Unit unit() {
        return unit;
    }
}

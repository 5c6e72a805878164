package dev.archnotes.site.files.card;

/** Reads SVG path data and hands its straight pieces on; curves become as many as the eye needs. */
final class Outline {
    /** Takes the pieces of an outline, in pixels. */
    interface Edges {
        void line(double x0, double y0, double x1, double y1);
    }

    /** So many digits make a whole number that a double holds, whatever they are. */
    private static final int EXACT = 15;

    private static final double[] TENS = tens();

    private final Shape shape;
    private final Edges edges;
    private final String data;
    private int at;
    private double startX;
    private double startY;
    private double x;
    private double y;

    private Outline(Shape shape, Edges edges) {
        this.shape = shape;
        this.edges = edges;
        this.data = shape.path();
    }

    /** Hands on every piece of a shape's outline, each contour closed. */
    static void trace(Shape shape, Edges edges) {
        new Outline(shape, edges).trace();
    }

    private void trace() {
        char command = 'M';
        while (skipSeparators()) {
            char c = data.charAt(at);
            if (Character.isLetter(c)) {
                command = c;
                at++;
            }
            step(command);
        }
        to(startX, startY);
    }

    private void step(char command) {
        switch (command) {
            case 'M':
                begin(number(), number());
                break;
            case 'm':
                begin(x + number(), y + number());
                break;
            case 'L':
                to(number(), number());
                break;
            case 'l':
                to(x + number(), y + number());
                break;
            case 'H':
                to(number(), y);
                break;
            case 'V':
                to(x, number());
                break;
            case 'h':
                to(x + number(), y);
                break;
            case 'v':
                to(x, y + number());
                break;
            case 'Q':
                quadratic(number(), number(), number(), number());
                break;
            case 'q':
                quadratic(x + number(), y + number(), x + number(), y + number());
                break;
            case 'C':
                cubic(number(), number(), number(), number(), number(), number());
                break;
            case 'Z':
            case 'z':
                to(startX, startY);
                break;
            default:
                throw new IllegalArgumentException("path command " + command + " in " + data);
        }
    }

    /** Begins a contour; the one before it is closed first. */
    private void begin(double atX, double atY) {
        to(startX, startY);
        x = atX;
        y = atY;
        startX = atX;
        startY = atY;
    }

    private void to(double nextX, double nextY) {
        edges.line(
                shape.x() + x * shape.scaleX(),
                shape.y() + y * shape.scaleY(),
                shape.x() + nextX * shape.scaleX(),
                shape.y() + nextY * shape.scaleY());
        x = nextX;
        y = nextY;
    }

    private void quadratic(double cx, double cy, double endX, double endY) {
        cubic(
                x + (cx - x) * 2 / 3,
                y + (cy - y) * 2 / 3,
                endX + (cx - endX) * 2 / 3,
                endY + (cy - endY) * 2 / 3,
                endX,
                endY);
    }

    private void cubic(double ax, double ay, double bx, double by, double endX, double endY) {
        double fromX = x;
        double fromY = y;
        double length = Math.abs(ax - fromX)
                + Math.abs(ay - fromY)
                + Math.abs(bx - ax)
                + Math.abs(by - ay)
                + Math.abs(endX - bx)
                + Math.abs(endY - by);
        int pieces = 3 + (int) Math.min(24, Math.sqrt(length * Math.abs(shape.scaleX())));
        for (int i = 1; i <= pieces; i++) {
            double t = (double) i / pieces;
            double u = 1 - t;
            to(
                    u * u * u * fromX + 3 * u * u * t * ax + 3 * u * t * t * bx + t * t * t * endX,
                    u * u * u * fromY + 3 * u * u * t * ay + 3 * u * t * t * by + t * t * t * endY);
        }
    }

    private boolean skipSeparators() {
        while (at < data.length() && (data.charAt(at) == ' ' || data.charAt(at) == ',')) {
            at++;
        }
        return at < data.length();
    }

    /** A decimal number without an exponent, the double nearest to it. */
    private double number() {
        skipSeparators();
        int start = at;
        boolean negative = data.charAt(at) == '-';
        if (negative) {
            at++;
        }
        long digits = 0;
        int point = -1;
        for (; at < data.length(); at++) {
            char c = data.charAt(at);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + c - '0';
            } else if (c == '.' && point < 0) {
                point = at + 1;
            } else {
                break;
            }
        }
        if (at - start > EXACT) {
            return Double.parseDouble(data.substring(start, at));
        }
        // both are whole numbers that a double holds, so that their quotient is rounded once
        double value = point < 0 ? digits : digits / TENS[at - point];
        return negative ? -value : value;
    }

    private static double[] tens() {
        double[] tens = new double[EXACT + 1];
        tens[0] = 1;
        for (int i = 1; i < tens.length; i++) {
            tens[i] = tens[i - 1] * 10;
        }
        return tens;
    }
}

package dev.archnotes.drawing;

/** A straight line between two points, to keep leaders apart from labels, marks and one another. */
record Segment(double fromX, double fromY, double toX, double toY) {
    private static final int STEPS = 24;

    double length() {
        return Math.hypot(toX - fromX, toY - fromY);
    }

    /** Whether it runs through a text. */
    boolean crosses(Mark.Label label) {
        for (int i = 0; i <= STEPS; i++) {
            double x = fromX + (toX - fromX) * i / STEPS;
            double y = fromY + (toY - fromY) * i / STEPS;
            if (x > label.left() - 2 && x < label.right() + 2 && y > label.top() - 1 && y < label.bottom() + 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether the two lines meet. */
    boolean crosses(Segment other) {
        return side(other.fromX, other.fromY) * side(other.toX, other.toY) < 0 && other.side(fromX, fromY) * other.side(toX, toY) < 0;
    }

    /** The sign tells on which side a point lies. */
    private double side(double x, double y) {
        return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
    }

    /** The distance of a point from the line. */
    double distance(double x, double y) {
        double along = ((x - fromX) * (toX - fromX) + (y - fromY) * (toY - fromY)) / Math.max(1e-9, length() * length());
        double t = Math.max(0, Math.min(1, along));
        return Math.hypot(x - fromX - t * (toX - fromX), y - fromY - t * (toY - fromY));
    }
}

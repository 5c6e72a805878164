package dev.archnotes.site.figure;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an SVG drawing may be made of: what draws, and what the common programs write beside it. Nothing here runs,
 * leads or loads anything; whatever is not listed is refused, so that an element that browsers learn tomorrow is, too.
 */
final class SvgVocabulary {
    static final String SVG = "http://www.w3.org/2000/svg";
    static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private static final Set<String> ELEMENTS = words("""
            svg g defs symbol use switch title desc metadata style image
            path rect circle ellipse line polyline polygon text tspan textPath
            marker pattern clipPath mask linearGradient radialGradient stop filter
            feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
            feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur
            feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
            feTurbulence""");

    /** Attributes that hold words, names or numbers, whose value is never a style. */
    private static final Set<String> PLAIN = words("""
            id class role lang tabindex version baseProfile zoomAndPan contentScriptType contentStyleType
            requiredFeatures requiredExtensions systemLanguage type media title
            viewBox preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points pathLength width height
            rotate textLength lengthAdjust startOffset method spacing side offset
            markerUnits markerWidth markerHeight refX refY orient
            patternUnits patternContentUnits clipPathUnits maskUnits maskContentUnits gradientUnits spreadMethod
            filterUnits primitiveUnits filterRes in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix
            divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant
            specularConstant specularExponent limitingConeAngle pointsAtX pointsAtY pointsAtZ azimuth elevation z scale
            xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles
            tableValues slope intercept amplitude exponent""");

    /** Attributes that are read as styles. */
    private static final Set<String> STYLED = words("""
            style transform gradientTransform patternTransform transform-origin transform-box
            alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
            color-interpolation-filters color-profile color-rendering cursor direction display dominant-baseline
            enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
            font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant
            font-variant-ligatures font-variation-settings font-weight glyph-orientation-horizontal
            glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color line-height
            marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order
            pointer-events shape-rendering solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray
            stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align
            text-anchor text-decoration text-overflow text-rendering unicode-bidi vector-effect visibility white-space
            word-spacing writing-mode""");

    private static final Pattern DESCRIPTIVE = Pattern.compile("(?:aria|data)-[a-z0-9_.-]+");
    private static final Set<String> XLINK_ATTRIBUTES = Set.of("href", "title", "type");
    private static final Set<String> XML_ATTRIBUTES = Set.of("space", "lang");

    /** What drawing programs write for themselves and for catalogues; browsers do nothing with it. */
    private static final Set<String> INERT = Set.of(
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "http://www.w3.org/2000/01/rdf-schema#",
            "http://creativecommons.org/ns#",
            "http://web.resource.org/cc/",
            "http://purl.org/dc/elements/1.1/",
            "http://purl.org/dc/terms/",
            "http://www.inkscape.org/namespaces/inkscape",
            "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
            "http://www.openswatchbook.org/uri/2009/osb",
            "http://www.serif.com/",
            "http://www.bohemiancoding.com/sketch/ns",
            "http://www.figma.com/figma/ns");

    /** What an attribute is read as. */
    enum Reading {
        REFUSED,
        PLAIN,
        STYLE,
        ADDRESS
    }

    private SvgVocabulary() {}

    static boolean isInert(String namespace) {
        return INERT.contains(namespace);
    }

    static boolean isElement(String namespace, String name) {
        return namespace.equals(SVG) ? ELEMENTS.contains(name) : isInert(namespace);
    }

    /** How to look at an attribute of an element of either kind; its namespace is empty where it has no prefix. */
    static Reading reading(String element, String namespace, String name) {
        if (name.toLowerCase(Locale.ROOT).startsWith("on")) {
            return Reading.REFUSED;
        }
        if (isInert(namespace) || namespace.isEmpty() && isInert(element)) {
            return Reading.PLAIN;
        }
        if (namespace.equals(XML)) {
            return XML_ATTRIBUTES.contains(name) ? Reading.PLAIN : Reading.REFUSED;
        }
        boolean address = name.equals("href");
        if (namespace.equals(XLINK)) {
            return address ? Reading.ADDRESS : XLINK_ATTRIBUTES.contains(name) ? Reading.PLAIN : Reading.REFUSED;
        }
        if (!namespace.isEmpty()) {
            return Reading.REFUSED;
        }
        if (address) {
            return Reading.ADDRESS;
        }
        if (STYLED.contains(name)) {
            return Reading.STYLE;
        }
        return PLAIN.contains(name) || DESCRIPTIVE.matcher(name).matches() ? Reading.PLAIN : Reading.REFUSED;
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}

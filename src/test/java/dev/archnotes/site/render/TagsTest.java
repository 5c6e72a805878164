package dev.archnotes.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagsTest {
    @Test
    void attributesAreFoundWhereTheyStand() {
        String html = "<p id=\"a\">x &lt; y</p><!-- <b id=\"no\"> -->\n<a\n  href=\"#a\" hidden title=\"a > b\">z</a>";

        List<Tags.Tag> tags = Tags.of(html);

        assertThat(tags).extracting(Tags.Tag::name).containsExactly("p", "/p", "a", "/a");
        assertThat(tags.get(2).attributes()).extracting(Tags.Attribute::name).containsExactly("href", "title");
        Tags.Attribute title = tags.get(2).attributes().get(1);
        assertThat(html.substring(title.start(), title.end())).isEqualTo("a > b");
    }

    @Test
    void headingsAreToldFromOtherNames() {
        assertThat(Tags.of("<h2 id=\"x\"></h2><hr><html><h7>"))
                .extracting(Tags.Tag::headingLevel)
                .containsExactly(2, 2, 0, 0, 0);
    }

    @Test
    void aTagWithoutAnEndEndsTheText() {
        assertThat(Tags.of("<a href=\"x")).hasSize(1);
        assertThat(Tags.of("<a")).hasSize(1);
    }
}

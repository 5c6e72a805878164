package dev.archnotes.site.files;

import dev.archnotes.site.page.IndexPage;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.write.OutputFile;
import java.util.List;

/**
 * What names the chapter at the head of each printed page of the document of all notes. A style sheet can take the
 * words only from itself: each chapter is a kind of page of its own, which begins on a new sheet.
 */
final class BookFiles {
    private BookFiles() {}

    static List<OutputFile> of(List<Page> pages, String siteTitle) {
        return pages.stream()
                .filter(IndexPage.Book.class::isInstance)
                .map(IndexPage.Book.class::cast)
                .map(book -> OutputFile.text(Paths.BOOK_HEADS, styleSheet(book, siteTitle)))
                .toList();
    }

    private static String styleSheet(IndexPage.Book book, String siteTitle) {
        StringBuilder sheet = new StringBuilder();
        for (IndexPage.Chapter chapter : book.chapters()) {
            String name = "chapter-" + chapter.number();
            sheet.append("@media print{@page ").append(name).append("{@top-left{content:");
            sheet.append(text(chapter.number() + " · " + chapter.title()));
            sheet.append("}@top-right{content:").append(text(siteTitle)).append("}}#");
            sheet.append(name).append("{page:").append(name).append("}}\n");
        }
        return sheet.toString();
    }

    /** Words as a style sheet writes them. */
    private static String text(String words) {
        StringBuilder text = new StringBuilder("\"");
        for (int c : words.codePoints().toArray()) {
            if (c < ' ' || "\"\\<>".indexOf(c) >= 0) {
                text.append('\\').append(Integer.toHexString(c)).append(' ');
            } else {
                text.appendCodePoint(c);
            }
        }
        return text.append('"').toString();
    }
}

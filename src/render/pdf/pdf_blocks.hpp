#pragma once

#include <string>
#include <vector>

#include "focus_billing/render/statements/page_view.hpp"
#include "render/pdf/pdf_page.hpp"
#include "render/pdf/text_shaper.hpp"

namespace focus_billing {

enum class TextAlign : unsigned char {
    natural,  ///< to the side from which the line is read
    left,
    right,
    middle,
};

/// Where a text stands: `y` is the top of its first line, `width` what it is aligned in.
struct TextSpot {
    Points x = 0;
    Points y = 0;
    Points width = 0;
    Points size = 9;
    TextAlign align = TextAlign::natural;
    PdfColor color = black;
};

/// Places the lines [first, last) of a text, and returns their height.
Points place_lines(PdfPage& page, const PdfText& text, const TextSpot& spot, std::size_t first,
                   std::size_t last);
Points place_text(PdfPage& page, const PdfText& text, const TextSpot& spot);

/// The end of the lines from `first` on that fit into `room`: at least one, so that there is an end
/// to it.
[[nodiscard]] std::size_t fitting_lines(const ShapedText& text, std::size_t first, Points size,
                                        Points room);

/// Fills pages from top to bottom, the next when one is full.
class PdfFlow {
public:
    /// `body` is what a page has for the flow.
    PdfFlow(TextShaper& texts, PdfBox body, PdfColor accent)
        : m_texts(texts), m_body(body), m_accent(accent), m_y(body.y), m_pages(1) {}

    [[nodiscard]] PdfText text(std::string_view text, const TextStyle& style) {
        return m_texts.shape(text, style.weight);
    }
    /// Broken into lines of at most `width`.
    [[nodiscard]] PdfText text(std::string_view text, const TextStyle& style, Points width) {
        return m_texts.wrap(text, style.weight, width / style.size);
    }

    [[nodiscard]] PdfPage& page() { return m_pages.back(); }
    [[nodiscard]] std::size_t page_count() const { return m_pages.size(); }
    [[nodiscard]] const PdfColor& accent() const { return m_accent; }
    [[nodiscard]] Points left() const { return m_body.x; }
    [[nodiscard]] Points width() const { return m_body.width; }
    [[nodiscard]] Points y() const { return m_y; }
    [[nodiscard]] Points room() const { return m_body.y + m_body.height - m_y; }
    /// The room of an empty page.
    [[nodiscard]] Points page_room() const { return m_body.height; }
    [[nodiscard]] bool at_top() const { return m_y == m_body.y; }

    /// The room that a thing needs to begin on a page: its height or, if it must be parted because
    /// no page has so much, that of its first lines.
    [[nodiscard]] Points to_begin(Points height) const {
        constexpr Points first_lines = 40;
        return height <= page_room() ? height : first_lines;
    }
    /// Begins a page unless this one has the room, or is empty.
    void need(Points height) {
        constexpr Points tolerance = 0.01;
        if (to_begin(height) > room() + tolerance && !at_top())
            begin_page();
    }
    void begin_page() {
        m_pages.emplace_back();
        m_y = m_body.y;
    }
    void advance(Points height) { m_y += height; }
    /// Space between two things: none at the top of a page.
    void leave_gap(Points height) { m_y += at_top() ? 0 : height; }
    void move_to(Points y) { m_y = y; }
    void add_bookmark(std::string title) {
        m_bookmarks.push_back({std::move(title), m_pages.size() - 1, m_y});
    }

    [[nodiscard]] std::vector<PdfPage> take_pages() { return std::move(m_pages); }
    [[nodiscard]] std::vector<PdfBookmark> take_bookmarks() { return std::move(m_bookmarks); }

private:
    TextShaper& m_texts;
    PdfBox m_body;
    PdfColor m_accent;
    Points m_y;
    std::vector<PdfPage> m_pages;
    std::vector<PdfBookmark> m_bookmarks;
};

inline constexpr TextStyle title_style = {FontWeight::bold, 17};
inline constexpr TextStyle heading_style = {FontWeight::bold, 12};
inline constexpr TextStyle table_title_style = {FontWeight::bold, 9};
inline constexpr TextStyle body_style = {FontWeight::regular, 9};
inline constexpr TextStyle bold_style = {FontWeight::bold, 9};
inline constexpr TextStyle small_style = {FontWeight::regular, 7.5};

/// The space between two blocks.
inline constexpr Points block_gap = 12;

/// A paragraph over the whole width, continued on the next page if need be. Nothing for an empty
/// text.
void add_paragraph(PdfFlow& flow, const std::string& text, const TextStyle& style,
                   const PdfColor& color = black);

/// A title that stays on one page with `following`, the least height of what it stands over. In
/// `heading_style` it is in the viewer's list of contents.
void add_heading(PdfFlow& flow, const std::string& text, const TextStyle& style, Points following);

/// A frame with a bold word before the text. Nothing for an empty text.
void add_box(PdfFlow& flow, const std::string& word, const std::string& text);

/// Labels and values in two columns, `width` wide.
void add_facts(PdfFlow& flow, const std::vector<ViewFact>& facts, Points width);

/// A frame at the right edge, `width` wide, with the amount due in large letters and a note below;
/// the flow stays where it is. Returns its height.
Points place_amount_due(PdfFlow& flow, const std::string& due, const std::string& note,
                        Points width);

}  // namespace focus_billing

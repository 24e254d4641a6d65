#include "render/pdf/glyph_run.hpp"

#include <algorithm>

namespace focus_billing {

namespace {

constexpr PangoGlyph unknown_flag = PANGO_GLYPH_UNKNOWN_FLAG;

// A character without a glyph that shows none anyway: a control, a joiner, a kind of space.
bool is_invisible(char32_t character) {
    const auto c = static_cast<gunichar>(character);
    const bool is_selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
    return is_selector || g_unichar_iscntrl(c) != FALSE || g_unichar_isspace(c) != FALSE ||
           g_unichar_iszerowidth(c) != FALSE || g_unichar_type(c) == G_UNICODE_FORMAT;
}

bool is_drawn(PangoGlyph glyph) {
    return glyph != PANGO_GLYPH_EMPTY && (glyph & unknown_flag) == 0;
}

std::shared_ptr<cairo_font_face_t> face_of(PangoFont* font) {
    auto* const scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
    auto* const face = cairo_font_face_reference(cairo_scaled_font_get_font_face(scaled));
    return {face, cairo_font_face_destroy};
}

Points em(int units) {
    return units / em_units;
}

// Characters [begin, end) of one cluster, whose glyphs stand from `first` to `last`.
void append_cluster(const PangoGlyphString& glyphs, int first, int last, int bytes, Points& x,
                    GlyphRun& run) {
    int drawn = 0;
    for (int i = first; i < last; ++i) {
        const auto& glyph = glyphs.glyphs[i];
        if ((glyph.glyph & unknown_flag) != 0)
            continue;
        if (is_drawn(glyph.glyph)) {
            run.glyphs.push_back(
                {glyph.glyph, x + em(glyph.geometry.x_offset), em(glyph.geometry.y_offset)});
            ++drawn;
        }
        x += em(glyph.geometry.width);
    }
    run.clusters.push_back({bytes, drawn});
}

// Clusters stand in the order of the text, glyphs from left to right: where the text runs to the
// left, the clusters are walked from its end, and turned round.
void append_clusters(PangoGlyphItem& item, std::string_view text, Points& x, GlyphRun& run) {
    PangoGlyphItemIter at;
    const auto* const begin = text.data() - item.item->offset;
    auto more = run.is_backward ? pango_glyph_item_iter_init_end(&at, &item, begin)
                                : pango_glyph_item_iter_init_start(&at, &item, begin);
    while (more != FALSE) {
        const int first = run.is_backward ? at.end_glyph + 1 : at.start_glyph;
        const int last = run.is_backward ? at.start_glyph + 1 : at.end_glyph;
        append_cluster(*item.glyphs, first, last, at.end_index - at.start_index, x, run);
        more = run.is_backward ? pango_glyph_item_iter_prev_cluster(&at)
                               : pango_glyph_item_iter_next_cluster(&at);
    }
    if (run.is_backward)
        std::ranges::reverse(run.clusters);
}

}  // namespace

GlyphRun glyph_run(PangoGlyphItem& item, std::string_view text, Points& x) {
    GlyphRun run{.face = face_of(item.item->analysis.font),
                 .text = std::string(text),
                 .glyphs = {},
                 .clusters = {},
                 .is_backward = item.item->analysis.level % 2 == 1};
    run.glyphs.reserve(static_cast<std::size_t>(item.glyphs->num_glyphs));
    run.clusters.reserve(text.size());
    append_clusters(item, text, x, run);
    return run;
}

std::optional<char32_t> missing_character(const PangoGlyphString& glyphs) {
    for (int i = 0; i < glyphs.num_glyphs; ++i) {
        const auto glyph = glyphs.glyphs[i].glyph;
        if (glyph != PANGO_GLYPH_EMPTY && (glyph & unknown_flag) != 0 &&
            !is_invisible(glyph & ~unknown_flag))
            return glyph & ~unknown_flag;
    }
    return {};
}

}  // namespace focus_billing

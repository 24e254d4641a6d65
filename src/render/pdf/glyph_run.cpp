#include "render/pdf/glyph_run.hpp"

#include <algorithm>
#include <array>

namespace focus_billing {

namespace {

struct ScriptLanguage {
    PangoScript script;
    const char* language;
};

// Scripts that several languages write, each in forms of its own.
constexpr std::array script_table = {
    ScriptLanguage{PANGO_SCRIPT_LATIN, "en"},      ScriptLanguage{PANGO_SCRIPT_HAN, "zh"},
    ScriptLanguage{PANGO_SCRIPT_ARABIC, "ar"},     ScriptLanguage{PANGO_SCRIPT_CYRILLIC, "ru"},
    ScriptLanguage{PANGO_SCRIPT_GREEK, "el"},      ScriptLanguage{PANGO_SCRIPT_HEBREW, "he"},
    ScriptLanguage{PANGO_SCRIPT_DEVANAGARI, "hi"}, ScriptLanguage{PANGO_SCRIPT_BENGALI, "bn"},
    ScriptLanguage{PANGO_SCRIPT_ETHIOPIC, "am"},   ScriptLanguage{PANGO_SCRIPT_MYANMAR, "my"},
    ScriptLanguage{PANGO_SCRIPT_TIBETAN, "bo"},    ScriptLanguage{PANGO_SCRIPT_SYRIAC, "syr"},
};

PangoLanguage* language_of(PangoScript script) {
    const auto* const found = std::ranges::find(script_table, script, &ScriptLanguage::script);
    return found == script_table.end() ? nullptr : pango_language_from_string(found->language);
}

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

PangoOwned<PangoAttrList> script_languages(std::string_view text, PangoLanguage* language) {
    PangoOwned<PangoAttrList> marks(pango_attr_list_new());
    const PangoOwned<PangoScriptIter> at(
        pango_script_iter_new(text.data(), static_cast<int>(text.size())));
    do {
        const char* begin = nullptr;
        const char* end = nullptr;
        auto script = PANGO_SCRIPT_COMMON;
        pango_script_iter_get_range(at.get(), &begin, &end, &script);
        auto* const own = language_of(script);
        if (own == nullptr || pango_language_includes_script(language, script) != FALSE)
            continue;
        auto* const mark = pango_attr_language_new(own);
        mark->start_index = static_cast<guint>(begin - text.data());
        mark->end_index = static_cast<guint>(end - text.data());
        pango_attr_list_insert(marks.get(), mark);
    } while (pango_script_iter_next(at.get()) != FALSE);
    return marks;
}

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

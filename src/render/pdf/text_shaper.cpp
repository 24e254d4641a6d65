#include "render/pdf/text_shaper.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <stdexcept>

#include "focus_billing/model/error.hpp"
#include "render/pdf/glyph_run.hpp"

namespace focus_billing {

namespace {

constexpr Points any_width = -1;
// Some 10 MB of glyphs.
constexpr std::size_t most_remembered_bytes = 200'000;

bool is_printable_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

// C0 and C1 but for the line end; the latter are C2 80 to C2 9F in UTF-8.
std::string without_controls(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool is_c1 =
            byte == 0xC2U && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0U;
        const bool is_control = (byte < 0x20U && byte != '\n') || byte == 0x7FU || is_c1;
        clean += is_control ? ' ' : text[i];
        i += is_c1 ? 1 : 0;
    }
    return clean;
}

[[noreturn]] void refuse(char32_t character, std::string_view text) {
    auto diagnostic = make_diagnostic(
        721, {},
        fmt::format("no configured font has the character U+{:04X}",
                    static_cast<std::uint32_t>(character)),
        std::string(text),
        "add a font that has it to 'statements.fonts', as of the packages fonts-noto-core or "
        "fonts-noto-cjk");
    diagnostic.field = "statements.fonts";
    throw Error(ErrorKind::usage, std::move(diagnostic));
}

void finish(TextLine line, ShapedText& shaped) {
    shaped.width = std::max(shaped.width, line.width);
    shaped.height += line.height();
    shaped.lines.push_back(std::move(line));
}

TextLine line_at(PangoLayoutIter* at, const std::string& text) {
    auto* const layout_line = pango_layout_iter_get_line_readonly(at);
    PangoRectangle box;
    pango_layout_line_get_extents(layout_line, nullptr, &box);
    TextLine line;
    line.ascent = -box.y / em_units;
    line.descent = (box.height + box.y) / em_units;
    line.is_right_to_left = layout_line->resolved_dir == PANGO_DIRECTION_RTL;
    for (auto* run = layout_line->runs; run != nullptr; run = run->next) {
        auto& item = *static_cast<PangoGlyphItem*>(run->data);
        if (const auto missing = missing_character(*item.glyphs))
            refuse(*missing, text);
        const auto begin = static_cast<std::size_t>(item.item->offset);
        const auto size = static_cast<std::size_t>(item.item->length);
        line.runs.push_back(
            glyph_run(item, std::string_view(text).substr(begin, size), line.width));
    }
    return line;
}

std::string remembered_key(std::string_view text, FontWeight weight, Points width) {
    std::string key(sizeof(width) + 1, static_cast<char>(weight));
    std::copy_n(reinterpret_cast<const char*>(&width), sizeof(width), key.data());
    return key.append(text);
}

PangoOwned<PangoFontDescription> description(const std::vector<std::string>& families,
                                             FontWeight weight) {
    PangoOwned<PangoFontDescription> font(pango_font_description_new());
    pango_font_description_set_family(font.get(),
                                      fmt::format("{}", fmt::join(families, ",")).c_str());
    pango_font_description_set_weight(font.get(), weight == FontWeight::bold ? PANGO_WEIGHT_BOLD
                                                                             : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font.get(), em_units);
    return font;
}

void leave_hinting_out(PangoContext* context) {
    const PangoOwned<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options.get());
    pango_context_set_round_glyph_positions(context, FALSE);
}

}  // namespace

TextShaper::TextShaper(InstalledFonts fonts)
    : m_fonts(std::move(fonts)), m_map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)),
      m_language(pango_language_from_string("en")), m_glyphs(pango_glyph_string_new()) {
    if (!m_map)
        throw std::logic_error("Pango was built without FreeType");
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(m_map.get()), m_fonts.config.get());
    m_faces = {make_face(FontWeight::regular), make_face(FontWeight::bold)};
}

void TextShaper::set_language(const std::string& language) {
    auto* const wanted = pango_language_from_string(language.c_str());
    if (wanted == m_language)
        return;
    m_language = wanted;
    m_texts.clear();
    m_remembered_bytes = 0;
    m_faces = {make_face(FontWeight::regular), make_face(FontWeight::bold)};
}

TextShaper::Face TextShaper::make_face(FontWeight weight) const {
    Face face;
    face.context.reset(pango_font_map_create_context(m_map.get()));
    leave_hinting_out(face.context.get());
    pango_context_set_language(face.context.get(), m_language);
    pango_context_set_font_description(face.context.get(),
                                       description(m_fonts.families, weight).get());
    face.layout.reset(pango_layout_new(face.context.get()));
    pango_layout_set_wrap(face.layout.get(), PANGO_WRAP_WORD_CHAR);
    find_ascii_font(face);
    return face;
}

// Most texts are ASCII: they need not be searched for scripts, directions and fonts.
void TextShaper::find_ascii_font(Face& face) const {
    std::string all;
    for (char c = ' '; c <= '~'; ++c)
        all += c;
    const auto marks = script_languages(all, m_language);
    auto* const items = pango_itemize(face.context.get(), all.c_str(), 0,
                                      static_cast<int>(all.size()), marks.get(), nullptr);
    bool is_one = items != nullptr;
    for (auto* item = items; item != nullptr; item = item->next) {
        const auto& analysis = static_cast<PangoItem*>(item->data)->analysis;
        is_one = is_one && analysis.font == static_cast<PangoItem*>(items->data)->analysis.font;
    }
    if (is_one)
        face.ascii.reset(pango_item_copy(static_cast<PangoItem*>(items->data)));
    g_list_free_full(items, [](gpointer item) { pango_item_free(static_cast<PangoItem*>(item)); });
    if (!face.ascii)
        return;
    const PangoOwned<PangoFontMetrics> metrics(
        pango_font_get_metrics(face.ascii->analysis.font, m_language));
    face.ascent = pango_font_metrics_get_ascent(metrics.get()) / em_units;
    face.descent = pango_font_metrics_get_descent(metrics.get()) / em_units;
}

PdfText TextShaper::shape(std::string_view text, FontWeight weight) {
    return remembered(text, weight, any_width);
}

PdfText TextShaper::wrap(std::string_view text, FontWeight weight, Points width) {
    constexpr Points tolerance = 0.001;
    const auto whole = shape(text, weight);
    return whole->width <= width + tolerance ? whole : remembered(text, weight, width);
}

PdfText TextShaper::remembered(std::string_view text, FontWeight weight, Points width) {
    const auto key = remembered_key(text, weight, width);
    if (const auto found = m_texts.find(key); found != m_texts.end())
        return found->second;
    const auto& face = m_faces.at(static_cast<std::size_t>(weight));
    auto shaped = std::make_shared<const ShapedText>(shape_new(text, face, width));
    if (m_remembered_bytes + key.size() > most_remembered_bytes) {
        m_texts.clear();
        m_remembered_bytes = 0;
    }
    m_remembered_bytes += key.size();
    m_texts.emplace(key, shaped);
    return shaped;
}

ShapedText TextShaper::shape_new(std::string_view text, const Face& face, Points width) {
    if (text.empty())
        return {};
    if (width == any_width && face.ascii && is_printable_ascii(text)) {
        if (auto line = ascii_line(text, face)) {
            ShapedText shaped;
            finish(std::move(*line), shaped);
            return shaped;
        }
    }
    return lay_out(without_controls(text), face, width);
}

std::optional<TextLine> TextShaper::ascii_line(std::string_view text, const Face& face) {
    const auto size = static_cast<int>(text.size());
    pango_shape_full(text.data(), size, text.data(), size, &face.ascii->analysis, m_glyphs.get());
    if (missing_character(*m_glyphs))
        return {};
    TextLine line{.runs = {}, .width = 0, .ascent = face.ascent, .descent = face.descent};
    PangoItem item = *face.ascii;
    item.offset = 0;
    item.length = size;
    item.num_chars = size;
    PangoGlyphItem glyphs{};
    glyphs.item = &item;
    glyphs.glyphs = m_glyphs.get();
    line.runs.push_back(glyph_run(glyphs, text, line.width));
    return line;
}

ShapedText TextShaper::lay_out(const std::string& text, const Face& face, Points width) const {
    auto* const layout = face.layout.get();
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    const auto marks = script_languages(text, m_language);
    // A hyphen in the name of a resource would make it another.
    pango_attr_list_insert(marks.get(), pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout, marks.get());
    pango_layout_set_width(layout, width == any_width ? -1 : static_cast<int>(width * em_units));
    ShapedText shaped;
    const PangoOwned<PangoLayoutIter> at(pango_layout_get_iter(layout));
    do
        finish(line_at(at.get(), text), shaped);
    while (pango_layout_iter_next_line(at.get()) != FALSE);
    return shaped;
}

}  // namespace focus_billing

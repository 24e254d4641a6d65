#include "render/pdf/pdf_page.hpp"

#include <numbers>

#include "render/pdf/glyph_run.hpp"

namespace focus_billing {

namespace {

void set_color(cairo_t* cairo, const PdfColor& color) {
    cairo_set_source_rgb(cairo, color.red, color.green, color.blue);
}

// Hands glyphs to Cairo in large pieces: a call for each cell of a table takes twice the time.
class GlyphPen {
public:
    explicit GlyphPen(cairo_t* cairo) : m_cairo(cairo) {}

    void draw(const PlacedLine& line) {
        for (const auto& run : line.glyphs().runs) {
            if (!goes_on(run, line))
                begin(run, line);
            append(run, line);
        }
    }

    void finish() {
        if (m_clusters.empty())
            return;
        set_color(m_cairo, m_color);
        cairo_set_font_face(m_cairo, m_face);
        cairo_set_font_size(m_cairo, m_size);
        const auto flags =
            m_is_backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t{};
        cairo_show_text_glyphs(m_cairo, m_text.data(), static_cast<int>(m_text.size()),
                               m_glyphs.data(), static_cast<int>(m_glyphs.size()),
                               m_clusters.data(), static_cast<int>(m_clusters.size()), flags);
        m_text.clear();
        m_glyphs.clear();
        m_clusters.clear();
    }

private:
    [[nodiscard]] bool goes_on(const GlyphRun& run, const PlacedLine& line) const {
        return m_face == run.face.get() && m_size == line.size && m_color == line.color &&
               !run.is_backward && !m_is_backward;
    }

    void begin(const GlyphRun& run, const PlacedLine& line) {
        finish();
        m_face = run.face.get();
        m_size = line.size;
        m_color = line.color;
        m_is_backward = run.is_backward;
    }

    void append(const GlyphRun& run, const PlacedLine& line) {
        for (const auto& glyph : run.glyphs)
            m_glyphs.push_back(
                {glyph.index, line.x + glyph.x * line.size, line.baseline + glyph.y * line.size});
        m_clusters.insert(m_clusters.end(), run.clusters.begin(), run.clusters.end());
        m_text += run.text;
    }

    cairo_t* m_cairo;
    cairo_font_face_t* m_face = nullptr;
    Points m_size = 0;
    PdfColor m_color;
    bool m_is_backward = false;
    std::string m_text;
    std::vector<cairo_glyph_t> m_glyphs;
    std::vector<cairo_text_cluster_t> m_clusters;
};

void add_rectangle(cairo_t* cairo, const PdfBox& box) {
    cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
}

void draw_hatching(cairo_t* cairo, const PdfBox& box) {
    constexpr Points distance = 3;
    cairo_save(cairo);
    add_rectangle(cairo, box);
    cairo_clip(cairo);
    for (Points x = box.x - box.height; x < box.x + box.width; x += distance) {
        cairo_move_to(cairo, x, box.y + box.height);
        cairo_line_to(cairo, x + box.height, box.y);
    }
    cairo_stroke(cairo);
    cairo_restore(cairo);
    add_rectangle(cairo, box);
    cairo_stroke(cairo);
}

void draw_dot(cairo_t* cairo, const PdfBox& box) {
    cairo_arc(cairo, box.x + box.width / 2, box.y + box.height / 2, box.width / 2, 0,
              2 * std::numbers::pi);
    cairo_fill(cairo);
}

void draw_shape(cairo_t* cairo, const PdfShape& shape) {
    const auto& box = shape.box;
    set_color(cairo, shape.color);
    cairo_set_line_width(cairo, shape.thickness);
    switch (shape.kind) {
    case PdfShape::Kind::area:
        add_rectangle(cairo, box);
        cairo_fill(cairo);
        return;
    case PdfShape::Kind::frame:
        add_rectangle(cairo, box);
        cairo_stroke(cairo);
        return;
    case PdfShape::Kind::hatched: draw_hatching(cairo, box); return;
    case PdfShape::Kind::line:
        cairo_move_to(cairo, box.x, box.y);
        cairo_line_to(cairo, box.x + box.width, box.y + box.height);
        cairo_stroke(cairo);
        return;
    case PdfShape::Kind::dot: draw_dot(cairo, box); return;
    }
}

void draw_image(cairo_t* cairo, const PdfImage& image) {
    auto* const surface = image.surface.get();
    cairo_save(cairo);
    cairo_translate(cairo, image.box.x, image.box.y);
    cairo_scale(cairo, image.box.width / cairo_image_surface_get_width(surface),
                image.box.height / cairo_image_surface_get_height(surface));
    cairo_set_source_surface(cairo, surface, 0, 0);
    cairo_paint(cairo);
    cairo_restore(cairo);
}

}  // namespace

void leave_hinting_out(cairo_t* cairo) {
    const PangoOwned<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cairo, options.get());
}

void draw_line(cairo_t* cairo, const PlacedLine& line) {
    GlyphPen pen(cairo);
    pen.draw(line);
    pen.finish();
}

void draw_page(cairo_t* cairo, const PdfPage& page) {
    for (const auto& shape : page.shapes)
        draw_shape(cairo, shape);
    for (const auto& image : page.images)
        draw_image(cairo, image);
    GlyphPen pen(cairo);
    for (const auto& line : page.lines)
        pen.draw(line);
    pen.finish();
}

}  // namespace focus_billing

#include "focus_billing/render/pdf/pdf_fonts.hpp"

#include <algorithm>

#include "focus_billing/model/error.hpp"
#include "render/pdf/installed_fonts.hpp"
#include "render/pdf/text_shaper.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t code_points = 0x110000;

bool is_ascii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

std::size_t size_of_character(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
}

std::size_t code_point(std::string_view character) {
    constexpr unsigned char lead_masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    std::size_t code = static_cast<unsigned char>(character.front()) & lead_masks[character.size()];
    for (const char byte : character.substr(1))
        code = code << 6U | (static_cast<unsigned char>(byte) & 0x3FU);
    return std::min(code, code_points - 1);
}

// The text of a JSON string around a place in it.
std::string_view text_around(std::string_view json, std::size_t place) {
    const auto begin = json.rfind('"', place) + 1;
    return json.substr(begin, std::min(json.find('"', place), json.size()) - begin);
}

}  // namespace

PdfFonts::PdfFonts(const std::vector<std::string>& families)
    : m_shaper(std::make_unique<TextShaper>(installed_fonts(families))), m_characters(code_points) {
}

PdfFonts::PdfFonts(PdfFonts&&) noexcept = default;
PdfFonts& PdfFonts::operator=(PdfFonts&&) noexcept = default;
PdfFonts::~PdfFonts() = default;

const std::vector<std::string>& PdfFonts::families() const {
    return m_shaper->families();
}

bool PdfFonts::can_show(std::string_view text) {
    constexpr int lacking_character = 721;
    try {
        (void)m_shaper->shape(text, FontWeight::regular);
        (void)m_shaper->shape(text, FontWeight::bold);
        return true;
    } catch (const Error& error) {
        if (error.diagnostic().code != lacking_character)
            throw;
        return false;
    }
}

bool PdfFonts::has_characters(std::string_view json) {
    for (std::size_t place = 0; place < json.size();) {
        if (is_ascii(json[place])) {
            ++place;
            continue;
        }
        const auto character = json.substr(place, size_of_character(json[place]));
        if (const auto code = code_point(character); !m_characters[code]) {
            if (!can_show(text_around(json, place)))
                return false;
            m_characters[code] = true;
        }
        place += character.size();
    }
    return true;
}

}  // namespace focus_billing

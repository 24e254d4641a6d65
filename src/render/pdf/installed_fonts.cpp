#include "render/pdf/installed_fonts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <stdexcept>

#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

const char* characters(const FcChar8* text) {
    return reinterpret_cast<const char*>(text);
}

// Debian's folders, without its rules: these replace one family by another, and reading them loses
// some memory.
constexpr std::string_view folders = R"(<fontconfig>
    <dir>/usr/share/fonts</dir>
    <dir>/usr/local/share/fonts</dir>
    <dir prefix="xdg">fonts</dir>
    <cachedir>/var/cache/fontconfig</cachedir>
    <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>)";

FontConfig all_fonts() {
    FontConfig config(FcConfigCreate());
    const std::string xml(folders);
    const auto* const bytes = reinterpret_cast<const FcChar8*>(xml.c_str());
    if (!config || FcConfigParseAndLoadFromMemory(config.get(), bytes, FcTrue) == FcFalse ||
        FcConfigBuildFonts(config.get()) == FcFalse)
        throw std::logic_error("fontconfig refuses " + xml);
    return config;
}

std::vector<std::string> families_of(const FcPattern* font) {
    std::vector<std::string> families;
    FcChar8* family = nullptr;
    for (int i = 0; FcPatternGetString(font, FC_FAMILY, i, &family) == FcResultMatch; ++i)
        families.emplace_back(characters(family));
    return families;
}

// Bitmaps cannot be embedded.
bool has_outlines(const FcPattern* font) {
    FcBool value = FcFalse;
    return FcPatternGetBool(font, FC_OUTLINE, 0, &value) == FcResultMatch && value != FcFalse;
}

std::set<std::string> all_families(const FcFontSet& fonts) {
    std::set<std::string> families;
    for (int i = 0; i < fonts.nfont; ++i) {
        if (has_outlines(fonts.fonts[i]))
            std::ranges::copy(families_of(fonts.fonts[i]), std::inserter(families, families.end()));
    }
    return families;
}

bool fits(std::string_view family, std::string_view wanted) {
    if (!wanted.ends_with('*'))
        return equals_ignoring_case(family, wanted);
    wanted.remove_suffix(1);
    return equals_ignoring_case(family.substr(0, wanted.size()), wanted);
}

std::vector<std::string> chosen_families(const std::vector<std::string>& wanted,
                                         const std::set<std::string>& installed) {
    std::vector<std::string> chosen;
    for (const auto& name : wanted) {
        for (const auto& family : installed) {
            if (fits(family, name) && std::ranges::find(chosen, family) == chosen.end())
                chosen.push_back(family);
        }
    }
    return chosen;
}

// By hand: fontconfig's <selectfont> loses the memory of its patterns.
void keep_only(const std::vector<std::string>& families, FcFontSet& fonts) {
    const auto is_chosen = [&](const std::string& family) {
        return std::ranges::find(families, family) != families.end();
    };
    int kept = 0;
    for (int i = 0; i < fonts.nfont; ++i) {
        auto* const font = fonts.fonts[i];
        if (has_outlines(font) && std::ranges::any_of(families_of(font), is_chosen))
            fonts.fonts[kept++] = font;
        else
            FcPatternDestroy(font);
    }
    fonts.nfont = kept;
}

[[noreturn]] void refuse(const std::vector<std::string>& wanted) {
    auto diagnostic = make_diagnostic(
        720, {}, fmt::format("none of these fonts is installed: {}", fmt::join(wanted, ", ")), {},
        "install one of them, as by 'apt-get install fonts-noto-core', or name another in "
        "'statements.fonts'");
    diagnostic.field = "statements.fonts";
    throw Error(ErrorKind::usage, std::move(diagnostic));
}

}  // namespace

InstalledFonts installed_fonts(const std::vector<std::string>& wanted) {
    auto config = all_fonts();
    auto* const fonts = FcConfigGetFonts(config.get(), FcSetSystem);
    auto families = fonts == nullptr ? std::vector<std::string>{}
                                     : chosen_families(wanted, all_families(*fonts));
    if (families.empty())
        refuse(wanted);
    keep_only(families, *fonts);
    return {.config = std::move(config), .families = std::move(families)};
}

}  // namespace focus_billing

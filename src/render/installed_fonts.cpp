#include "installed_fonts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "focus_billing/model/ascii.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

std::string escaped(std::string_view text) {
    std::string xml;
    for (const char c : text) {
        if (c == '<' || c == '>' || c == '&')
            xml += fmt::format("&#{};", static_cast<int>(c));
        else
            xml += c;
    }
    return xml;
}

const char* characters(const FcChar8* text) {
    return reinterpret_cast<const char*>(text);
}

std::string elements(const char* name, FcStrList* list) {
    std::string xml;
    while (const auto* entry = FcStrListNext(list))
        xml += fmt::format("<{0}>{1}</{0}>", name, escaped(characters(entry)));
    FcStrListDone(list);
    return xml;
}

// The system's own rules are left out: they replace one family by another.
std::string system_folders() {
    const FontConfig system(FcInitLoadConfig());
    if (!system)
        return {};
    return elements("dir", FcConfigGetFontDirs(system.get())) +
           elements("cachedir", FcConfigGetCacheDirs(system.get()));
}

FontConfig font_config(const std::string& content) {
    FontConfig config(FcConfigCreate());
    const auto xml = "<fontconfig>" + content + "</fontconfig>";
    const auto* const bytes = reinterpret_cast<const FcChar8*>(xml.c_str());
    if (!config || FcConfigParseAndLoadFromMemory(config.get(), bytes, FcTrue) == FcFalse ||
        FcConfigBuildFonts(config.get()) == FcFalse)
        throw std::logic_error("fontconfig refuses " + xml);
    return config;
}

void append_families(FcPattern* font, std::set<std::string>& families) {
    FcChar8* family = nullptr;
    for (int i = 0; FcPatternGetString(font, FC_FAMILY, i, &family) == FcResultMatch; ++i)
        families.insert(characters(family));
}

std::set<std::string> all_families(const std::string& folders) {
    const auto config = font_config(folders);
    std::set<std::string> families;
    const auto* const fonts = FcConfigGetFonts(config.get(), FcSetSystem);
    for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i)
        append_families(fonts->fonts[i], families);
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

// Only outlines: bitmaps cannot be embedded.
std::string selection(const std::vector<std::string>& families) {
    std::string accepted;
    for (const auto& family : families) {
        accepted += fmt::format(R"(<pattern><patelt name="outline"><bool>true</bool></patelt>)"
                                R"(<patelt name="family"><string>{}</string></patelt></pattern>)",
                                escaped(family));
    }
    return fmt::format("<selectfont><rejectfont><pattern></pattern></rejectfont>"
                       "<acceptfont>{}</acceptfont></selectfont>",
                       accepted);
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
    const auto folders = system_folders();
    auto families = chosen_families(wanted, all_families(folders));
    if (families.empty())
        refuse(wanted);
    auto config = font_config(folders + selection(families));
    if (FcConfigGetFonts(config.get(), FcSetSystem)->nfont == 0)
        refuse(wanted);
    return {.config = std::move(config), .families = std::move(families)};
}

}  // namespace focus_billing

#include "focus_billing/render/pdf/pdf_fonts.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "focus_billing/model/error.hpp"

using namespace focus_billing;

namespace {

std::vector<std::string> found(const std::vector<std::string>& families) {
    return PdfFonts(families).families();
}

}  // namespace

TEST_CASE("fonts are found by the exact name of their family, in the order that is asked for") {
    using Families = std::vector<std::string>;
    CHECK(found({"DejaVu Sans"}) == Families{"DejaVu Sans"});
    CHECK(found({"No Such Family", "DejaVu Sans Mono", "DejaVu Sans"}) ==
          Families{"DejaVu Sans Mono", "DejaVu Sans"});
    CHECK(found({"dejavu sans"}) == Families{"DejaVu Sans"});
}

TEST_CASE("a star at the end stands for all families that begin so") {
    const auto families = found({"DejaVu Sans Mono", "DejaVu *"});
    CHECK(families.front() == "DejaVu Sans Mono");
    CHECK(std::ranges::count(families, "DejaVu Sans") == 1);
    CHECK(std::ranges::count(families, "DejaVu Sans Mono") == 1);
    CHECK(std::ranges::all_of(families,
                              [](const auto& name) { return name.starts_with("DejaVu "); }));
}

TEST_CASE("no family that is installed is an error that names them") {
    try {
        PdfFonts fonts({"No Such Family", "Nor <This> & *"});
        FAIL("fonts without a font");
    } catch (const Error& error) {
        const auto& found = error.diagnostic();
        CHECK(error.kind() == ErrorKind::usage);
        CHECK("FB" + std::to_string(found.code) == "FB720");
        CHECK(found.field == "statements.fonts");
        CHECK(found.message == "none of these fonts is installed: No Such Family, Nor <This> & *");
        CHECK(found.help == "install one of them, as by 'apt-get install fonts-noto-core', or name "
                            "another in 'statements.fonts'");
    }
    CHECK_THROWS_AS(PdfFonts({}), Error);
}

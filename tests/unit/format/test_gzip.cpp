#include "focus_billing/format/gzip.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <zlib.h>

#include "focus_billing/model/error.hpp"
#include "support/finding_text.hpp"
#include "support/memory_source.hpp"

using namespace focus_billing;

namespace {

std::string compressed(std::string text) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string result(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

std::string inflated(const std::string& bytes, std::size_t piece = SIZE_MAX,
                     std::size_t wanted = 1000) {
    MemorySource source(bytes, piece);
    GzipSource gzip(source, "a.csv.gz");
    std::string result;
    std::string buffer(wanted, '\0');
    while (const std::size_t got = gzip.read(buffer.data(), buffer.size())) {
        result.append(buffer, 0, got);
    }
    return result;
}

std::string fault_of(const std::string& bytes) {
    try {
        return "read: " + inflated(bytes);
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::state);
        CHECK(error.diagnostic().place.file == "a.csv.gz");
        return finding_text(error.diagnostic());
    }
}

const std::string fetch_again = " |  | fetch the file again; check it with: gzip -t FILE";
const std::string damaged = "0 error FB112 | the gzip data is damaged" + fetch_again;
const std::string too_short = "0 error FB112 | the gzip data ends too early" + fetch_again;

}  // namespace

TEST_CASE("gzip is told by its first bytes", "[gzip]") {
    CHECK(is_gzip(compressed("a")));
    CHECK_FALSE(is_gzip("a,b"));
    CHECK_FALSE(is_gzip("\x1F"));
    CHECK_FALSE(is_gzip(""));
}

TEST_CASE("what was compressed comes out, in any pieces", "[gzip]") {
    rc::check([] {
        const auto text = *rc::gen::container<std::string>(rc::gen::inRange('a', 'e'));
        const auto piece = *rc::gen::inRange<std::size_t>(1, 50);
        const auto wanted = *rc::gen::inRange<std::size_t>(1, 50);
        RC_ASSERT(inflated(compressed(text), piece, wanted) == text);
    });
    const std::string zeros(10'000'000, '0');
    CHECK(inflated(compressed(zeros)) == zeros);
}

TEST_CASE("several members follow one another", "[gzip]") {
    const auto bytes = compressed("a,b\n") + compressed("") + compressed("1,2\n");
    CHECK(inflated(bytes) == "a,b\n1,2\n");
    CHECK(inflated(bytes, 1, 1) == "a,b\n1,2\n");
    CHECK(inflated("") == "");
}

TEST_CASE("FB112: gzip data that is cut off, at any byte", "[gzip]") {
    const auto bytes = compressed("a,b\n1,2\n");
    for (std::size_t size = 1; size < bytes.size(); ++size) {
        INFO(size);
        CHECK(fault_of(bytes.substr(0, size)) == too_short);
    }
    CHECK(fault_of(bytes + bytes.substr(0, 5)) == too_short);
}

TEST_CASE("FB112: gzip data that is damaged, or followed by something else", "[gzip]") {
    auto bytes = compressed("a,b\n1,2\n");
    CHECK(fault_of(bytes + "a,b\n") == damaged);
    bytes[bytes.size() - 6] = static_cast<char>(bytes[bytes.size() - 6] ^ 1);
    CHECK(fault_of(bytes) == damaged);
}

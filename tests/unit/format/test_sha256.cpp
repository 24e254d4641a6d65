#include "focus_billing/format/sha256.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

namespace {

std::string hex_of(Sha256Hasher& hasher) {
    const Sha256 hash = hasher.finish();
    return hex_text({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

}  // namespace

TEST_CASE("SHA-256 of the examples of FIPS 180-4", "[sha256]") {
    Sha256Hasher hasher;
    CHECK(hex_of(hasher) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    hasher.update("abc");
    CHECK(hex_of(hasher) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    hasher.update("abcdbcdecdefdefgefghfghighij");
    hasher.update("hijkijkljklmklmnlmnomnopnopq");
    CHECK(hex_of(hasher) == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("a content hash is the first half of the SHA-256", "[sha256]") {
    Sha256Hasher hasher;
    const ContentHash hash = hasher.content_hash("abc");
    CHECK(hex_text({reinterpret_cast<const char*>(hash.data()), hash.size()}) ==
          "ba7816bf8f01cfea414140de5dae2223");
    CHECK(hasher.content_hash("abc") == hash);
}

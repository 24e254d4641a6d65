#include "focus_billing/format/sha256.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <new>

namespace focus_billing {

struct Sha256Hasher::Context {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);

    Context() {
        if (context == nullptr || algorithm == nullptr)
            throw std::bad_alloc();
        begin();
    }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() {
        EVP_MD_free(algorithm);
        EVP_MD_CTX_free(context);
    }
    void begin() const {
        if (EVP_DigestInit_ex2(context, algorithm, nullptr) != 1)
            throw std::bad_alloc();
    }
};

Sha256Hasher::Sha256Hasher() : m_context(std::make_unique<Context>()) {}
Sha256Hasher::~Sha256Hasher() = default;

void Sha256Hasher::update(std::string_view bytes) {
    EVP_DigestUpdate(m_context->context, bytes.data(), bytes.size());
}

Sha256 Sha256Hasher::finish() {
    Sha256 hash{};
    EVP_DigestFinal_ex(m_context->context, hash.data(), nullptr);
    m_context->begin();
    return hash;
}

ContentHash Sha256Hasher::content_hash(std::string_view bytes) {
    update(bytes);
    const Sha256 whole = finish();
    ContentHash hash{};
    std::copy_n(whole.begin(), hash.size(), hash.begin());
    return hash;
}

std::string hex_text(std::string_view bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

std::string hex_text(const Sha256& hash) {
    return hex_text({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

std::string sha256_text(std::string_view text) {
    Sha256Hasher hasher;
    hasher.update(text);
    return hex_text(hasher.finish());
}

}  // namespace focus_billing

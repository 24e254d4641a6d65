# Writes a source file that defines a function returning the bytes of a text file:
#   cmake -DTEXT=file -DHEADER=x.hpp -DFUNCTION=name -DOUTPUT=x.cpp -P EmbedText.cmake
# Single characters, because compilers limit the length of a string literal.
file(READ ${TEXT} bytes HEX)
string(REGEX REPLACE "(..)" "'\\\\x\\1'," characters "${bytes}")
string(REPLACE "'\\x0a'," "'\\x0a',\n    " lines "${characters}")
file(WRITE ${OUTPUT} "#include \"${HEADER}\"

namespace focus_billing {

namespace {

constexpr char text[] = {
    ${lines}};

}  // namespace

std::string_view ${FUNCTION}() {
    return {text, sizeof(text)};
}

}  // namespace focus_billing
")

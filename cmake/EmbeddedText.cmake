# embedded_text(text header function): compiles a text file of the project into the program, where
# `header` declares the function that returns it. Adds the source to the list embedded_texts.
function(embedded_text text header function)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
    add_custom_command(
        OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -DTEXT=${PROJECT_SOURCE_DIR}/${text}
                -DHEADER=${header} -DFUNCTION=${function} -DOUTPUT=${output}
                -P ${PROJECT_SOURCE_DIR}/cmake/EmbedText.cmake
        DEPENDS ${PROJECT_SOURCE_DIR}/${text} ${PROJECT_SOURCE_DIR}/cmake/EmbedText.cmake
        VERBATIM)
    set(embedded_texts ${embedded_texts} ${output} PARENT_SCOPE)
endfunction()

# embedded_table(texts header entry function): compiles text files of the project into the program,
# and a table of them: `header` declares `struct entry { name; text; }` and the function that returns
# std::span<const entry>, in the order of the files' names. A new file needs no other entry.
function(embedded_table texts header entry function)
    set(declarations)
    set(rows)
    foreach(text IN LISTS texts)
        cmake_path(RELATIVE_PATH text BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
        cmake_path(GET text STEM LAST_ONLY name)
        string(MAKE_C_IDENTIFIER ${function}_${name} identifier)
        embedded_text(${text} ${header} ${identifier})
        string(APPEND declarations "std::string_view ${identifier}();\n")
        string(APPEND rows "        {\"${name}\", ${identifier}()},\n")
    endforeach()
    list(LENGTH texts count)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
    file(CONFIGURE OUTPUT ${output} @ONLY CONTENT
         "#include \"@header@\"

#include <array>

namespace focus_billing {

@declarations@
std::span<const @entry@> @function@() {
    static const std::array<@entry@, @count@> table = {{
@rows@    }};
    return table;
}

}  // namespace focus_billing
")
    set(embedded_texts ${embedded_texts} ${output} PARENT_SCOPE)
endfunction()

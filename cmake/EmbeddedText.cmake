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

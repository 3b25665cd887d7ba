# Text files as part of the program. Included, this file defines the function at its end; run as a script, it writes the
# source:
#   cmake -DOUTPUT=page_parts.cpp -DHEADER=export/page_parts.hpp "-DPARTS=library=a.js|script=b.js,c.js" -P EmbedText.cmake
if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  set(source "// Made by cmake/EmbedText.cmake.\n#include \"${HEADER}\"\n\nnamespace newsgraph {\n")
  string(REPLACE "|" ";" parts "${PARTS}")
  foreach(part IN LISTS parts)
    string(REGEX MATCH "^([a-z_]+)=(.*)$" ignored "${part}")
    set(name "${CMAKE_MATCH_1}")
    string(REPLACE "," ";" files "${CMAKE_MATCH_2}")
    set(text "")
    foreach(file IN LISTS files)
      file(READ "${file}" content)
      string(APPEND text "${content}")
    endforeach()
    string(APPEND source "\nstd::string_view ${name}() noexcept {\n    return R\"newsgraph(${text})newsgraph\";\n}\n")
  endforeach()
  file(WRITE "${OUTPUT}" "${source}\n}  // namespace newsgraph\n")
  return()
endif()

# newsgraph_embed_text(TARGET OUTPUT HEADER PART...): adds a source to TARGET that defines what HEADER declares: for each
# PART, `name=file,file`, a function `std::string_view name() noexcept` that gives the files' text, one after the other.
function(newsgraph_embed_text target output header)
  set(files "")
  foreach(part IN LISTS ARGN)
    string(REGEX REPLACE "^[a-z_]+=" "" of_part "${part}")
    string(REPLACE "," ";" of_part "${of_part}")
    list(APPEND files ${of_part})
  endforeach()
  string(REPLACE ";" "|" parts "${ARGN}")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DHEADER=${header}" "-DPARTS=${parts}"
      -P "${PROJECT_SOURCE_DIR}/cmake/EmbedText.cmake"
    DEPENDS ${files} "${PROJECT_SOURCE_DIR}/cmake/EmbedText.cmake"
    COMMENT "Embedding the page into the program"
    VERBATIM)
  # The target may be another folder's: only a target of this one knows how the source is made.
  add_custom_target(${target}-embedded-text DEPENDS "${output}")
  add_dependencies(${target} ${target}-embedded-text)
  set_source_files_properties("${output}" TARGET_DIRECTORY ${target} PROPERTIES GENERATED TRUE)
  target_sources(${target} PRIVATE "${output}")
endfunction()

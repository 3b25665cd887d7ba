# The library's API from the comments of its headers: cmake --build --preset release --target docs, then open
# build/release/docs/html/index.html. Needs the Debian package doxygen; without it there is no such target.
find_package(Doxygen QUIET)
if(DOXYGEN_FOUND)
  set(DOXYGEN_PROJECT_NAME "newsgraph")
  set(DOXYGEN_PROJECT_BRIEF "${PROJECT_DESCRIPTION}")
  set(DOXYGEN_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/docs")
  set(DOXYGEN_FILE_PATTERNS "*.hpp")
  set(DOXYGEN_EXCLUDE_PATTERNS "*/kernels/*" "*/train/*")
  set(DOXYGEN_STRIP_FROM_PATH "${PROJECT_SOURCE_DIR}")
  set(DOXYGEN_STRIP_FROM_INC_PATH "${PROJECT_SOURCE_DIR}")
  set(DOXYGEN_FULL_PATH_NAMES YES)
  # Our comments begin with what comes back; what needs no comment has none.
  set(DOXYGEN_QT_AUTOBRIEF YES)
  set(DOXYGEN_EXTRACT_ALL YES)
  set(DOXYGEN_WARN_IF_UNDOCUMENTED NO)
  set(DOXYGEN_BUILTIN_STL_SUPPORT YES)
  set(DOXYGEN_GENERATE_LATEX NO)
  set(DOXYGEN_HAVE_DOT NO)
  set(DOXYGEN_USE_MDFILE_AS_MAINPAGE "docs/architecture.md")
  set(DOXYGEN_QUIET YES)
  doxygen_add_docs(docs graph ingest export docs/architecture.md
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" COMMENT "The library's API, from its headers")
endif()

# What an install holds, and how another CMake project finds it: find_package(newsgraph) gives newsgraph::newsgraph.
# The component "program" is what users of the program need; the rest is for programs that use the library.
include(CMakePackageConfigHelpers)

set(NEWSGRAPH_INSTALL_CMAKEDIR "${CMAKE_INSTALL_LIBDIR}/cmake/newsgraph")

install(TARGETS newsgraph EXPORT newsgraph-targets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}")
foreach(room graph ingest export)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/${room}"
    DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/newsgraph" FILES_MATCHING PATTERN "*.hpp")
endforeach()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/data/" DESTINATION "${CMAKE_INSTALL_DATADIR}/newsgraph" COMPONENT program)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs" DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT program)
install(FILES "${PROJECT_SOURCE_DIR}/packaging/copyright" "${PROJECT_SOURCE_DIR}/README.md"
  DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT program)
# The page holds Cytoscape.js: its licence goes where it goes.
if(EXISTS "${NEWSGRAPH_CYTOSCAPE}/LICENSE")
  install(FILES "${NEWSGRAPH_CYTOSCAPE}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME LICENSE-Cytoscape.js
    COMPONENT program)
endif()

install(EXPORT newsgraph-targets NAMESPACE newsgraph:: DESTINATION "${NEWSGRAPH_INSTALL_CMAKEDIR}")
configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/newsgraphConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/newsgraphConfig.cmake" INSTALL_DESTINATION "${NEWSGRAPH_INSTALL_CMAKEDIR}"
  PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/newsgraphConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/newsgraphConfig.cmake" "${PROJECT_BINARY_DIR}/newsgraphConfigVersion.cmake"
  DESTINATION "${NEWSGRAPH_INSTALL_CMAKEDIR}")

if(TARGET newsgraph-cli)
  install(TARGETS newsgraph-cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT program)
endif()

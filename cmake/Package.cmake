# A Debian package of the program: cpack -G DEB in the build folder (CONTRIBUTING.md). What the program needs is asked of
# dpkg-shlibdeps; headers and the library for other programs are left to `cmake --install`.
set(CPACK_PACKAGE_NAME "newsgraph")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_CONTACT "The newsgraph developers <newsgraph@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "builds knowledge graphs from news articles")
set(CPACK_PACKAGE_DESCRIPTION
"newsgraph turns news articles into a knowledge graph: who and what they are about, how these are related, who says so,
how firmly, and in which words. It works offline, asks and draws graphs, and writes them for Gephi, Graphviz, Neo4j, RDF
and more.")
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_GENERATOR "DEB")
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME "newsgraph")
set(CPACK_DEBIAN_FILE_NAME "DEB-DEFAULT")
set(CPACK_DEBIAN_PACKAGE_SECTION "text")
set(CPACK_DEBIAN_PACKAGE_PRIORITY "optional")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Letters for `draw`; and what `demo` opens its pictures with.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "xdg-utils")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)

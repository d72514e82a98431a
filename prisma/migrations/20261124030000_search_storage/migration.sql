-- Words don't compress (4.3 KB an article either way): trying cost half of their COPY.
ALTER TABLE "article_search" ALTER COLUMN "words" SET STORAGE EXTERNAL;
